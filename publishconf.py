"""公开发布时的设置：在 pelicanconf.py 的基础上只改下面几项。

用法：disclosure build --settings publishconf.py
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403

# 栏目正式的网址，以 / 结尾，如 "https://…gov.cn/zfgs/"。站点地图等少数地方需要完整网址；
# 正式网址核定以前留空，这些地方就不写网址，其余页面都用相对链接，不受影响。
DISCLOSURE_SITE_ADDRESS = ""
# 示范内容不对外发布；生成时会说明略去了多少条。
DISCLOSURE_INCLUDE_SAMPLES = False
