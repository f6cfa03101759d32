"""本栏目的设置。改这里的 DISCLOSURE_ 各项；其余各项是程序需要的，一般不用改。

公开发布时用 publishconf.py，它在本文件基础上只改几项。
"""

import sys
from pathlib import Path

from jinja2 import StrictUndefined

# Pelican runs this file without its folder on the path, and only logs a plugin that it cannot find by name.
# Handed over as a module, a plugin that fails to import stops the run.
sys.path.insert(0, str(Path(__file__).resolve().parent))

from generator import plugin

# ---- 本栏目 -------------------------------------------------------------------------------------------------------

DISCLOSURE_SITE_NAME = "行政执法公示专栏"
DISCLOSURE_OWNER = "河津市统计局"
# 本单位的执法主体编号：它的记录，文件名前面不加单位简称。
DISCLOSURE_MAIN_BODY = "bodies/hejin-tjj"
# 栏目的网址，以 / 结尾；预览时留空。
DISCLOSURE_SITE_ADDRESS = ""
# 是否包含标有“示例: 是”的示范内容。
DISCLOSURE_INCLUDE_SAMPLES = True
# 实施方案要求专栏与政务服务网链接：("名称", "网址")。网址由本局核定后填写；写 None 时页面上不出现，检查会提示没有公开。
DISCLOSURE_SERVICE_SITE = None
# 所在的门户网站：("名称", "网址")；没有就写 None。
DISCLOSURE_PORTAL = ("河津市人民政府门户网站", "http://www.hejin.gov.cn/")
# 页脚：("名称", "内容")，内容是网址的显示为链接。没有核定的（网站标识码、ICP备案号、公安备案号、联系方式等）不要写，页面上就不出现；
# 不要从别的网站抄：检查会核对主办单位、网站标识码和备案号的地区。
DISCLOSURE_FOOTER = [("主办单位", "河津市统计局")]
# 政府网站页面标签（SiteName、SiteDomain、SiteIDCode）：所在网站的正式名称、域名和网站标识码。没有核定的写 ""，标签就不出现。
DISCLOSURE_WEBSITE_NAME = "河津市人民政府门户网站"
DISCLOSURE_WEBSITE_DOMAIN = "www.hejin.gov.cn"
DISCLOSURE_WEBSITE_CODE = ""
# 索引号的组成。机关的统一社会信用代码没有核定时，索引号显示“未标注”。公开以后不要改。
DISCLOSURE_INDEX_NUMBER = "{信用代码}/{类别}/{编号}"
# 公示期限用公示期限表（content/reference/terms.yaml）里的哪套方案：门户公示、信用公示各选一套。
# 信用公示可选 "cr36"（信用修复管理办法）或 "nbs49"（国家统计局行政处罚信息公示办法，期限一年）。
DISCLOSURE_PORTAL_TERMS = "plan"
DISCLOSURE_CREDIT_TERMS = "cr36"
# 列表每页的条数。
DISCLOSURE_PAGE_SIZE = 50

# ---- Pelican ------------------------------------------------------------------------------------------------------

PLUGINS = [plugin]
PELICAN_CLASS = plugin.SitePelican

SITENAME = DISCLOSURE_SITE_NAME
SITEURL = ""
RELATIVE_URLS = True
DEFAULT_LANG = "zh-CN"
TIMEZONE = "Asia/Shanghai"
LOCALE = ["C"]

PATH = "content"
OUTPUT_PATH = "build/site"
DELETE_OUTPUT_DIRECTORY = True
CACHE_CONTENT = False

THEME = "theme"
THEME_STATIC_PATHS = []
JINJA_ENVIRONMENT = {"autoescape": True, "undefined": StrictUndefined}

# Pelican itself writes the plain pages and nothing else: records, lists and files come from the plan.
PAGE_PATHS = ["pages"]
PAGE_URL = "pages/{slug}/index.html"
PAGE_SAVE_AS = "pages/{slug}/index.html"
SLUGIFY_SOURCE = "basename"
ARTICLE_PATHS = []
STATIC_PATHS = []
DIRECT_TEMPLATES = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
MARKDOWN = {"extensions": plugin.MARKDOWN_EXTENSIONS, "extension_configs": {}, "output_format": "html"}
