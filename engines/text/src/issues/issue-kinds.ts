/** What buyers complain of, in the words they use; a complaint belongs to the kind whose words it has most of. */
export type IssueKind = { id: string; nameZh: string; nameEn: string; words: readonly string[] }

const kind = (id: string, nameZh: string, nameEn: string, words: string): IssueKind => ({
  id,
  nameZh,
  nameEn,
  words: words.split(' '),
})

/** Words seen in reviews, service sessions and calls of Chinese shops; a shop adds its own kinds. */
export const ISSUE_KINDS: readonly IssueKind[] = [
  kind(
    'slowDispatch',
    '发货慢',
    'Slow dispatch',
    '发货慢 发货太慢 还没发货 没发货 不发货 迟迟不发 等了一个星期 等了好久 催发货',
  ),
  kind(
    'lateParcel',
    '物流慢、不更新',
    'Late parcels',
    '物流慢 物流太慢 不更新 没更新 快递慢 还没到 没收到 送错 驿站 派送',
  ),
  kind('damaged', '破损漏液', 'Damaged goods', '破损 压扁 漏液 漏了 碎了 摔坏 裂开 变形 磕碰 包装简陋'),
  kind('wrongGoods', '错发漏发', 'Wrong or missing goods', '发错 错发 漏发 少发 少件 缺件 少了一'),
  kind('priceDrop', '降价与保价', 'Price drops', '降价 保价 差价 刚买完就 买贵 先涨后降'),
  kind(
    'complexRules',
    '优惠规则复杂',
    'Complicated offers',
    '规则太复杂 凑单 用不了券 优惠券不能 不能叠加 满减规则 没优惠',
  ),
  kind(
    'slowService',
    '客服慢、敷衍',
    'Slow or careless service',
    '不回复 没人回 半天不回 发模板 客服态度 没人理 联系不上 推卸',
  ),
  kind('slowRefund', '退款慢、拒退', 'Slow refunds', '退款拖 退款慢 不退款 不给退 退款还没 拒绝退 退货难 没退款'),
  kind('noEffect', '没有效果', 'No effect', '没什么效果 没有效果 没效果 没用 不好用 洗不干净'),
  kind('allergy', '过敏不适', 'Irritation', '过敏 泛红 红屁股 发痒 闷痘 起疹 刺痛'),
  kind('smell', '异味', 'Smell', '异味 怪味 刺鼻 味道太重 难闻 香味太重'),
  kind('quality', '质量差', 'Poor quality', '坏了 质量差 做工粗糙 起球 掉色 松动 开线 不耐用 质量问题'),
  kind('asDescribed', '与描述不符', 'Not as described', '不符 不一样 偏小 偏大 偏薄 色差 尺寸不对 小很多'),
  kind('freshness', '不新鲜、临期', 'Not fresh', '不新鲜 临期 过期 变质 发霉 受潮 碎渣'),
  kind('outOfStock', '缺货', 'Out of stock', '缺货 没货 断货 补货 抢不到'),
  kind('fake', '疑似假货', 'Doubts of authenticity', '假货 假的 不是正品 正品吗 不像正品'),
]
