/** What lifts a place in a list by the law: how, on what basis, and which figure tells that it is worth it. */
export type RankLever = {
  id: string
  nameZh: string
  nameEn: string
  howZh: string
  howEn: string
  /** Law or rule that the lever keeps to. */
  basisZh: string
  basisEn: string
  /** Catalogue metric that is compared with the shop's other goods; null where no figure decides. */
  metric: string | null
  /** Page of the shop where it begins. */
  link: string
}

const TRUE_FACTS = {
  basisZh: '《电子商务法》第十七条：商品信息全面、真实、准确、及时',
  basisEn: 'E-Commerce Law art. 17: information that is whole, true, exact and in time',
}

/** Every lever that is proposed. A practice that makes ranks up (假交易、刷收藏、互刷) is none, whatever it would bring. */
export const RANK_LEVERS: readonly RankLever[] = [
  {
    id: 'clickThrough',
    nameZh: '主图与标题',
    nameEn: 'Picture and title',
    howZh: '主图突出一个卖点，标题写全属性词；一次只改一处，按点击率比较',
    howEn:
      'One selling point on the picture, every attribute in the title; change one thing at a time and compare the click rate',
    metric: 'ctr',
    link: 'admin/resources/products',
    ...TRUE_FACTS,
  },
  {
    id: 'conversion',
    nameZh: '详情与到手价',
    nameEn: 'Page and final price',
    howZh: '补齐详情、尺码与问答；到手价用真实的优惠，不先涨后降',
    howEn: 'Complete the page, sizes and questions; a final price by true discounts, none after a rise',
    basisZh: '《明码标价和禁止价格欺诈规定》：不得虚构原价',
    basisEn: 'Rules on price marking and price fraud: no invented former price',
    metric: 'cvr',
    link: 'promotions',
  },
  {
    id: 'carts',
    nameZh: '加购与收藏',
    nameEn: 'Carts and favourites',
    howZh: '发真实可用的加购券和预热权益，面向真实访客',
    howEn: 'Coupons for carts that can be used, for people who came by themselves',
    metric: 'cartRate',
    link: 'promotions/coupons',
    ...TRUE_FACTS,
  },
  {
    id: 'reviews',
    nameZh: '评价与服务',
    nameEn: 'Reviews and service',
    howZh: '逐条处理差评的原因，邀请真实买家如实评价，不以好评换返现',
    howEn: 'Mend what bad reviews name; ask true buyers for a true word, never pay for a good one',
    basisZh: '《电子商务法》第十七条：不得编造用户评价',
    basisEn: 'E-Commerce Law art. 17: no invented reviews',
    metric: 'negativeReviewRate',
    link: 'review/diagnosis',
  },
  {
    id: 'returns',
    nameZh: '退款原因',
    nameEn: 'Why goods come back',
    howZh: '按退款原因改描述、质检和包装',
    howEn: 'Mend description, inspection and packing by the reasons of returns',
    basisZh: '《消费者权益保护法》第二十五条：七日无理由退货照常受理',
    basisEn: 'Consumer Protection Law art. 25: returns within seven days are taken as ever',
    metric: 'refundRate',
    link: 'review/diagnosis',
  },
  {
    id: 'stock',
    nameZh: '不断货',
    nameEn: 'Never out of stock',
    howZh: '补货到可售天数够到目标日，断货会清掉搜索积累',
    howEn: 'Stock that lasts to the day of the goal; a list forgets what cannot be bought',
    metric: 'stockOutRate',
    link: 'trade',
    ...TRUE_FACTS,
  },
  {
    id: 'paidSearch',
    nameZh: '搜索推广',
    nameEn: 'Paid search',
    howZh: '对目标词出价，按投产比设上限；推广位标明“广告”',
    howEn: 'Bid for the word within a ceiling by its return; the place is marked as an advertisement',
    basisZh: '《电子商务法》第四十条：竞价排名显著标明“广告”',
    basisEn: 'E-Commerce Law art. 40: paid places are marked as advertisements',
    metric: null,
    link: 'budget?view=channels',
  },
  {
    id: 'campaign',
    nameZh: '报名平台活动',
    nameEn: 'Events of the platform',
    howZh: '报名目标日前的平台活动，用真实成交积累',
    howEn: 'Enter an event before the day of the goal and earn the place with true sales',
    basisZh: '平台活动规则，由报名台逐项核对',
    basisEn: 'Rules of the event, checked by the enrolment desk',
    metric: null,
    link: 'campaigns',
  },
]
