"""The words by which somebody says, believes, denies or shows something in Chinese, by class, in simplified characters.

Classes after R. Saurí and J. Pustejovsky, FactBank (2009); the word lists are our own.
"""

from clew.extract.prose._words import words

# Sure to say something whatever stands around them.
SURE = words(
    "表示 指出 强调 透露 宣称 声称 坚称 坦言 直言 坦承 诉称 辩称 供称 证称 反称 笑称 扬言 写道 说道 问道 答道 辩解 申辩 抗辩 辩驳 重申 认为 否认 矢口否认 断言 诡称 谎称 妄称 自称 "
    "告诉 告知 爆料 曝料 扒出 踢爆 一口咬定 咬定 口口声声 声明 澄清 承认 供认 证实 披露 补充 感叹 抱怨 指控 指责 放话 喊话 放风 忆述 追忆 叮嘱 嘱咐 哭诉 诉苦 打趣 调侃 自嘲 提议 吐露 吐槽 直指 明言 声言 述说 诉说 "
    "言明 申明 陈述 供述 转述 转告 复述 辟谣 说 称 坚信 深信 相信 怀疑 推测 猜测 揣测 觉得 研判 推断 断定 载明 显示 表明 列明 写明 质疑 讲述 回忆 回忆起 "
    "坚持认为 一致认为 普遍认为 相信 反驳"
)
# Say something only where a speaker stands before them and what is said behind; elsewhere they are nouns or other verbs.
LIKELY = words(
    "提出 宣布 确认 提醒 警告 通报 提到 提及 谈到 谈及 主张 反映 保证 承诺 答应 许诺 回应 介绍 解释 认定 查明 得出结论 发现 规定 通知 公告 报告 汇报 讲 写 回答 答复 回复 反馈 交代 交待 供出 "
    "分析 评论 点评 评价 总结 概括 归纳 阐述 阐明 论述 强烈谴责 谴责 批评 抨击 斥责 痛斥 投诉 举报 检举 揭发 揭露 曝光 控诉 申诉 指证 作证 印证 印证了 发誓 起誓 打包票 保证说 表态 预告 预警 告诫 "
    "判断 评估 鉴定 测算 推算 预估 预判 预期 推定 判定 裁定 担心 担忧 忧虑 猜 猜想 猜想到 感觉 以为 料定 认准 记得 记述 记载 证明 概述 概述了 标明 注明 载有 反映出 揭示 说明 佐证 指向 引述 "
    "知会 嘀咕 念叨 嚷嚷 喊 嚷 话 呼吁 强烈要求 声援 指称 称述 公布 公开 认可 默认 坚持 反复强调 明确 挑明 点明 断定说 埋怨 预计 预测 预料 估计 估算 "
    "解读 解释道 述称 口称 口述 自述 自曝 招认 招供 坦白 交底 透风 上报 禀报 转达 传达 转述说 提示 告 宣读 诉 起诉称 认罪 反问 追问 质问 坦率 感慨 叹道 怒斥 痛批 炮轰 控告"
)
BELIEVING = words(
    "认为 相信 深信 坚信 怀疑 猜测 猜想 猜 推测 揣测 预计 预测 预料 预期 预估 预判 估计 估算 推算 测算 判断 研判 评估 觉得 感觉 以为 担心 担忧 忧虑 质疑 断定 推断 推定 坚持认为 一致认为 普遍认为 料定 认准"
)
DENYING = words("否认 矢口否认 驳斥 反驳 辟谣 辩驳 否定")
SHOWING = words(
    "显示 表明 证明 载明 记载 概述 概述了 列明 写明 印证 标明 注明 载有 反映 反映出 揭示 说明 佐证 指向 提示 记述 证实"
)
TELLING = words(
    "告诉 告知 通知 知会 反问 追问 提醒 警告 转告 转达 告诫 喊话 告 提示 回复 答复 回答 汇报 反映"
)  # a listener may stand behind
TRAILING = words(
    "说 称 道 表示 指出 透露 写道 显示 认为 补充 证实 介绍 回忆 报道 坦言 直言 强调 问道 说道 回应 感叹 话 讲 抱怨 解释 载明 承认 确认 坦承 叮嘱 嘱咐 哭诉 诉苦 打趣 调侃 自嘲 提议"
)  # may end a sentence
CLOSING = words("说 称 道 指出 表示 认为 强调 写道")  # stands behind another cue and makes one with it: 回应称
# Nouns as often as verbs: no cue where they end a phrase or another noun follows.
REPORTS = words(
    "报道 报导 刊文 发文 撰文 写 喊 告 诉 宣读 明确 公布 公开"
)  # say something only where a mark or 称 follows
NOUNY = words(
    "报告 通知 公告 评估 判断 分析 评论 规定 声明 说明 介绍 通报 反映 承诺 保证 指控 估计 怀疑 质疑 回应 回复 答复 回答 解释 总结 评价 预测 预期 猜测 推测 鉴定 指责 批评 警告 提醒 报道 报导 "
    "陈述 供述 证明 记载 揭露 投诉 举报 控诉 申诉 发现 主张 测算 估算 推断 解读 主张 表态 预警 预告 提示 反馈 裁定 认定 公开 坦白 口述 自述 话 讲述 回忆 补充 澄清 辩解 申辩 抗辩 担忧 担心 忧虑 感叹 感慨 明确 坚持 反驳 爆料 曝料 追问 反问"
)
CERTAIN = words("说 称 表示 认为 指出 否认 声称 透露 坚称 宣称")  # where nothing said is found, it is kept as unplaced
THINGS = words(
    "报告 公告 通知 通报 评估 分析 评论 规定 说明 报道 报导 记载 证明 裁定 鉴定 总结 话 陈述 供述 预测 推测 测算 估算"
)  # nouns where no one stands before them
WEIGHTY = SURE - NOUNY | words("声明 澄清 辩解 指控")  # a speaker may be kept for these with other verbs between

ALL = SURE | LIKELY | DENYING | REPORTS


def force_of(word: str) -> str:
    """Return denying, believing, or saying for a cue; nothing for another word."""
    if word not in ALL:
        return ""
    return "denying" if word in DENYING else "believing" if word in BELIEVING else "saying"
