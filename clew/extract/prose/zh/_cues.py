"""The words by which somebody says, believes, denies or shows something in Chinese, by class, in simplified characters.

Classes after R. Saurí and J. Pustejovsky, FactBank (2009); the word lists are our own.
"""

from clew.extract.prose._words import words

# Sure to say something whatever stands around them.
SURE = words(
    "斥 答以 答曰 回以 应道 答称 形容 表示 指出 强调 透露 宣称 声称 坚称 坦言 直言 坦承 诉称 辩称 供称 证称 反称 笑称 扬言 写道 说道 问道 答道 辩解 申辩 抗辩 辩驳 重申 认为 否认 矢口否认 断言 诡称 谎称 妄称 自称 "
    "告诉 告知 爆料 曝料 扒出 踢爆 一口咬定 咬定 口口声声 声明 澄清 承认 供认 证实 披露 补充 感叹 抱怨 指控 指责 放话 喊话 放风 忆述 追忆 叮嘱 嘱咐 哭诉 诉苦 打趣 调侃 自嘲 提议 吐露 吐槽 直指 明言 声言 述说 诉说 "
    "言明 申明 陈述 供述 转述 转告 复述 辟谣 说 称 坚信 深信 相信 怀疑 推测 猜测 揣测 觉得 研判 推断 断定 载明 显示 表明 列明 写明 质疑 讲述 回忆 回忆起 "
    "坚持认为 一致认为 普遍认为 相信 反驳 改称 续称 另称 并称 还称 且称 又说 复称 改口称 改口 翻供 供陈 答辩 证述 具陈 直陈 痛陈 力陈 坦陈 自陈 自承 直承 亲承 敬告 正告 "
    "说过 讲过 笑言 笑说 笑道 戏称 戏言 放言 豪言 直呼 惊呼 高呼 疾呼 大呼 惊叹 赞叹 哀叹 慨叹 长叹 叹息 喊冤 叫屈 鸣冤 叫苦 叫嚣 叫板 放风声 插话 接话 回话 发话 传话 "
    "捎话 带话 呛声 回怼 怒怼 反呛 咕哝 嘟囔 嘀咕 喃喃 耳语 低语 预言 直斥 强辩 狡辩 诡辩 自辩 声辩 谎报 力证 讲明 言及 述及 论及 明确表示 公开表示 声明称 推说 推称 托称 佯称 伪称 诈称 宣布说 "
    "坚决否认 认定为 获悉 归咎 归因 归功 归结 担保 保证 料想 设想 臆测 推想 揣度 揣摩 估摸 寻思 心想 自忖 眼见 目击 目睹 亲见 深感 自认 自认为 公认 一致相信 强烈怀疑 不排除 "
    "转述称 证实说 嫌 得出结论 不讳言 并不讳言 毫不讳言 不避讳 谓 经审理查明 审理查明 经审查认定 经调查认定 经审理认定 经审理认为 经查明"
)
# Say something only where a speaker stands before them and what is said behind; elsewhere they are nouns or other verbs.
LIKELY = words(
    "指 确定 记 记为 列为 载 约定 批驳 痛驳 拍板 明示 暗示 示意 断案 推算出 估出 算出 得出 勘定 核定 核实 核准 复核 查实 审定 判明 探明 获知 得知 了解到 观察到 意识到 发现到 看到 听到 "
    "称赞 盛赞 夸 训斥 责备 责怪 数落 埋怨 怪 骂 吼 嘲讽 讥讽 挖苦 揶揄 "
    "提出 宣布 确认 提醒 警告 通报 提到 提及 谈到 谈及 主张 反映 保证 承诺 答应 许诺 回应 介绍 解释 认定 查明 认 发现 规定 通知 公告 报告 汇报 讲 写 回答 答复 回复 反馈 交代 交待 供出 "
    "分析 评论 点评 评价 总结 概括 归纳 阐述 阐明 论述 强烈谴责 谴责 批评 抨击 斥责 痛斥 投诉 举报 检举 揭发 揭露 曝光 控诉 申诉 指证 作证 印证 印证了 发誓 起誓 打包票 保证说 表态 预告 预警 告诫 "
    "判断 评估 鉴定 测算 推算 预估 预判 预期 推定 判定 裁定 担心 担忧 忧虑 猜 猜想 猜想到 感觉 以为 料定 认准 记得 记述 记载 证明 概述 概述了 标明 注明 载有 反映出 揭示 说明 佐证 指向 引述 "
    "知会 嘀咕 念叨 嚷嚷 喊 嚷 话 呼吁 强烈要求 声援 指称 称述 公布 公开 认可 默认 坚持 反复强调 明确 挑明 点明 断定说 埋怨 预计 预测 预料 估计 估算 "
    "解读 解释道 述称 口称 口述 自述 自曝 招认 招供 坦白 交底 透风 上报 禀报 转达 传达 转述说 提示 告 宣读 诉 起诉称 认罪 反问 追问 质问 坦率 感慨 叹道 怒斥 痛批 炮轰 控告"
)
BELIEVING = words(
    "料想 设想 臆测 推想 揣度 揣摩 估摸 寻思 心想 自忖 自认 自认为 公认 一致相信 强烈怀疑 不排除 深感 嫌 认为 相信 深信 坚信 怀疑 猜测 猜想 猜 推测 揣测 预计 预测 预料 预期 预估 预判 估计 估算 推算 测算 判断 研判 评估 觉得 感觉 以为 担心 担忧 忧虑 质疑 断定 推断 推定 坚持认为 一致认为 普遍认为 料定 认准"
)
DENYING = words("否认 矢口否认 坚决否认 驳斥 反驳 辟谣 辩驳 否定 批驳 痛驳")
REBUTTING = words("驳斥 反驳 辟谣 辩驳 批驳 痛驳 否定")  # what stands behind "反驳称" is held, not denied
# Tell how something is said; what is said follows behind a word of saying of its own: "采购科当场反驳, 说…".
LEADING = REBUTTING | words(
    "澄清 回应 喊冤 叫屈 鸣冤 翻供 改口 松口 诉苦 叫苦 发话 回话 传话 表态 发声 辩解 解释 答复 回复 回怼 反呛 呛声 抱怨 感叹 爆料 放话 喊话"
)
SHOWING = words(
    "约定 载 记 记为 列为 显示 表明 证明 载明 记载 概述 概述了 列明 写明 印证 标明 注明 载有 反映 反映出 揭示 说明 佐证 指向 提示 记述 证实"
)
TELLING = words(
    "告诉 告知 通知 知会 反问 追问 提醒 警告 转告 转达 告诫 喊话 告 提示 回复 答复 回答 汇报 反映"
)  # a listener may stand behind
TRAILING = words(
    "判断 推测 猜测 分析 推断 估计 预计 预测 相信 怀疑 担心 担忧 坚称 声称 辩称 辩解 供称 证称 忆述 披露 声明 重申 断言 告诉 告知 转述 反问 追问 提醒 警告 呼吁 评价 总结 评论 答复 回复 汇报 通报 述说 讲述 陈述 供述 证述 嘟囔 嘀咕 抱怨 埋怨 感慨 慨叹 惊呼 直呼 "
    "说 称 道 表示 指出 透露 写道 显示 认为 补充 证实 介绍 回忆 报道 坦言 直言 强调 问道 说道 回应 感叹 话 讲 抱怨 解释 载明 承认 确认 坦承 叮嘱 嘱咐 哭诉 诉苦 打趣 调侃 自嘲 提议"
)  # may end a sentence
CLOSING = words(
    "说 称 道 指出 表示 认为 强调 写道 说道 指 声称"
)  # stands behind another cue and makes one with it: 回应称
# Nouns as often as verbs: no cue where they end a phrase or another noun follows.
REPORTS = words(
    "报道 报导 刊文 发文 撰文 写 喊 告 诉 宣读 明确 公布 公开"
)  # say something only where a mark or 称 follows
NOUNY = words(
    "答辩 证言 报告 通知 公告 评估 判断 分析 评论 规定 声明 说明 介绍 通报 反映 承诺 保证 指控 估计 怀疑 质疑 回应 回复 答复 回答 解释 总结 评价 预测 预期 猜测 推测 鉴定 指责 批评 警告 提醒 报道 报导 "
    "陈述 供述 证明 记载 揭露 投诉 举报 控诉 申诉 发现 主张 测算 估算 推断 解读 主张 表态 预警 预告 提示 反馈 裁定 认定 公开 坦白 口述 自述 话 讲述 回忆 补充 澄清 辩解 申辩 抗辩 担忧 担心 忧虑 感叹 感慨 明确 坚持 反驳 爆料 曝料 追问 反问"
)
CERTAIN = words("说 称 表示 认为 指出 否认 声称 透露 坚称 宣称")  # where nothing said is found, it is kept as unplaced
THINGS = words(
    "报告 公告 通知 通报 评估 分析 评论 规定 说明 报道 报导 记载 证明 裁定 鉴定 总结 话 陈述 供述 预测 推测 测算 估算"
)  # nouns where no one stands before them
# Verbs of many uses behind which a bare thing can be what is said or held: "质疑合同".
OF_THINGS = DENYING | words(
    "确认 确定 质疑 指控 指责 谴责 强烈谴责 批评 抨击 斥责 痛斥 怒斥 怀疑 担心 担忧 忧虑 揭露 揭发 曝光 举报 检举 控诉 投诉 控告 预测 预计 预期 预料 估计 估算 记为 列为 承诺"
)
WEIGHTY = SURE - NOUNY | words("声明 澄清 辩解 指控")  # a speaker may be kept for these with other verbs between

ALL = SURE | LIKELY | DENYING | REPORTS


def force_of(word: str) -> str:
    """Return denying, believing, or saying for a cue; nothing for another word."""
    if word not in ALL:
        return ""
    return "denying" if word in DENYING else "believing" if word in BELIEVING else "saying"


# What is asked says nothing; only speech in marks is kept.
ASKING = words("问 追问 询问 质问 提问 发问 质询 盘问")
# Foresight: whose it is only where somebody spoke before, and not whoever acted: "董事长启程, 预计签署协议".
FORESEEING = words("预计 预期 预料 料")
# Inquiries, which are verbs as often; before a word of finding they are what finds: "审计抽查发现".
INQUIRIES = words(
    "抽查 检查 核查 调查 查验 审计 审查 鉴定 测试 检测 检验 盘点 走访 化验 统计 体检 尸检 普查 评审 复查 复核 排查 清查 巡查 测算 抽检 抽样 摸底 清点 勘验 侦查 稽查 暗访"
)
FINDING = words("发现 显示 表明 认定 证实 查明 揭示 确认 证明 反映")
# What only a paper does: somebody who 约定 or 记 says nothing.
OF_PAPERS = words("约定 载 记 记为 列为")
