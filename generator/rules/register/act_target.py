"""更正、撤下等的对象不对

问题：更正、隐私处理、撤下、恢复公示所写的对象，不是可以这样处理的记录：写成了清单的某一行，写清单没有写版次，或者处理的是
代码表之类的内部数据；对清单作更正；撤下一份更正说明。

为什么：决定等记录只能用更正、撤下来改变，清单用新的一版来改变，更正和撤下的说明本身要一直保留；
登记错了的法律，写明版本，可以更正（《河津市统计局三项制度实施方案》二（一）：公开的信息不准确的，及时更正）。对象写错，公众看到的就是另一条记录被改动。

错误示例：

    更正对象: rosters/shili-tjj@2

正确示例：

    # 清单有差错的，另写新的一版 content/rosters/shili-tjj/3.yaml
    调整原因: 更正差错

怎么改：决定等记录写它的编号，如 penalties/2020-001。清单的内容有差错，另写新的一版，“调整原因”写 更正差错；清单里有不应当公开的
内容，用隐私处理，对象写到版次，如 rosters/shili-tjj@2。说明本身写错了，对它再作更正。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.record import Act, Document, Edition, Effect, Record
from generator.model.register import Register
from generator.rules.acts import CORRECTABLE, next_edition, target_key
from generator.rules.registry import Problem, rule

_MAY: dict[Effect, tuple[type[Record], ...]] = {
    Effect.CORRECT: CORRECTABLE,
    Effect.REDACT: (Document, Edition, Act),
    Effect.REINSTATE: (Document, Edition),
    Effect.WITHDRAW: (Document, Edition),
}


@rule(severity=Severity.ERROR, since="0.4", basis="《河津市统计局三项制度实施方案》二（一）：公开的信息不准确的，及时予以更正")
def check(register: Register) -> Iterator[Problem]:
    """Acts on rows, on lists without an edition, and on records that such an act cannot be about."""
    for act in register.acts:
        told = _flaw(act, register)
        if told is not None:
            yield Problem(*told, (target_key(act),), act.origin.path)


def _flaw(act: Act, register: Register) -> tuple[str, str] | None:
    """Message and hint; None if the target is right, or if there is no such record, which another rule tells."""
    target, title = act.target, act.KIND.title
    record = register.get(str(target))
    if target.row is not None:
        return f"{title}的对象应当是整条记录，不能是清单的一行 {target}", _hint_for_list(act, target.id, register)
    if record is None and register.editions(target.id):
        return f"{title}的对象 {target} 是一份清单，没有写明版次", _hint_for_list(act, target.id, register)
    if record is None or isinstance(record, _MAY[act.EFFECT]):
        return None
    if isinstance(record, Edition):
        return f"清单不作更正：{target} 是清单的一版", _hint_for_list(act, target.id, register)
    if isinstance(record, Act):
        return f"{target} 是一份{record.KIND.title}说明，不能{title}", "说明写错了的，对它作更正；处理本身错了的，再作一次相反的处理"
    return f"{target} 不是公开的记录，不需要{title}", "直接修改那个文件"


def _hint_for_list(act: Act, list_id: str, register: Register) -> str:
    editions = register.editions(list_id)
    if not editions:
        return "写整条记录的编号"
    if act.EFFECT is Effect.CORRECT:
        return f"另写新的一版 {next_edition(register, list_id)}，“调整原因”写 更正差错"
    return f"写到版次，如 {editions[-1].ref}"
