"""What the checks rest on, in the words that are printed under a finding: the rules share these names.

The clauses of one rule alone stand in that rule's own file.
"""

from __future__ import annotations

#: No clause, but what this system needs: the generated pages for staff say it.
SPECIFICATION = "本系统的填报要求（docs/fields.md、docs/rules.md）"

ACCURACY = "《政府信息公开条例》第六条：行政机关应当及时、准确地公开政府信息"

SECURITY = "本系统的安全要求：网站只含可以核对的文字，不执行内容里的代码，不向第三方发送请求"
