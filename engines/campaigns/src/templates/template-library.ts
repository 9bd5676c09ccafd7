import type { CampaignTemplate } from './campaign-template.ts'

const PRICE_WAR = { triggerZh: '竞品突然降价超过 5%', actionZh: '启用预备券，守住毛利底线' }
const STOCK_OUT = { triggerZh: '爆款可售不足 2 小时', actionZh: '切换同类替补款并通知客服' }
const SLOW = { triggerZh: '进度低于目标 80%', actionZh: '追投加购人群，加开一场直播' }
const SITE = { triggerZh: '会场打不开或支付中断', actionZh: '切应急页面，短信告知补发券' }

/** 20:00 of the evening before, as the platform opens its bursts. */
const EVENING = 1200

/** What a shop's year usually holds; every part can be changed once the campaign is made. */
export const CAMPAIGN_TEMPLATES: readonly CampaignTemplate[] = [
  {
    id: 'double11',
    nameZh: '双11',
    nameEn: 'Double 11',
    aboutZh: '两个波段，全员全流程：蓄水、预售、爆发、返场',
    aboutEn: 'Two waves with everybody: reservoir, presale, burst, encore',
    occasion: 'double11',
    size: 'large',
    themeZh: '年度最大力度',
    mechanics: ['crossShop', 'presale', 'shopCoupon', 'flashPrice', 'spendAndGift', 'expandedPacket'],
    channels: ['search', 'live', 'short-video', 'sms', 'wecom'],
    plansB: [SLOW, STOCK_OUT, PRICE_WAR, SITE],
  },
  {
    id: '618',
    nameZh: '618 年中大促',
    nameEn: '618 mid-year sale',
    aboutZh: '年中大促：预售加现货两段',
    aboutEn: 'Mid-year: presale, then goods in stock',
    occasion: 'june618',
    size: 'large',
    themeZh: '年中囤货',
    mechanics: ['crossShop', 'presale', 'shopCoupon', 'nthUnit', 'buyAndGift'],
    channels: ['search', 'live', 'short-video', 'sms'],
    plansB: [SLOW, STOCK_OUT, PRICE_WAR, SITE],
  },
  {
    id: 'newYearGoods',
    nameZh: '年货节',
    nameEn: "New Year's goods",
    aboutZh: '按农历排期，礼盒与家庭装为主，注意停发时间',
    aboutEn: 'Dated by the moon; gift boxes and family packs, mind the last dispatch',
    occasion: 'newYearGoods',
    size: 'medium',
    themeZh: '团圆年货',
    mechanics: ['bundle', 'spendAndSave', 'buyAndGift', 'freeShippingFrom'],
    channels: ['search', 'live', 'sms'],
    plansB: [STOCK_OUT, SLOW],
  },
  {
    id: 'women38',
    nameZh: '38 节',
    nameEn: "Women's Day",
    aboutZh: '女性人群，会员与套装',
    aboutEn: 'For women; members and sets',
    occasion: 'women38',
    size: 'medium',
    themeZh: '宠爱自己',
    mechanics: ['memberPrice', 'spendAndSave', 'giftChoice'],
    channels: ['search', 'live', 'wecom'],
    plansB: [STOCK_OUT, SLOW],
  },
  {
    id: 'brandDay',
    nameZh: '品牌日',
    nameEn: 'Brand day',
    aboutZh: '一天的品牌专场，讲品牌也给专属价',
    aboutEn: 'One day for the brand: its story and its own price',
    occasion: null,
    size: 'medium',
    themeZh: '品牌故事与专属礼遇',
    mechanics: ['activityPrice', 'spendAndGift', 'memberPrice'],
    channels: ['search', 'live'],
    lengths: { reservoirDays: 7, preheatDays: 7, longTailLastDay: 4, reviewDays: 3 },
    plansB: [STOCK_OUT, SLOW],
  },
  {
    id: 'categoryDay',
    nameZh: '品类日',
    nameEn: 'Category day',
    aboutZh: '一个品类的小活动，填补大促之间的空档',
    aboutEn: 'A small event of one category, between the big ones',
    occasion: null,
    size: 'small',
    themeZh: '品类直降',
    mechanics: ['timedDiscount', 'anyN'],
    channels: ['search'],
    lengths: { reservoirDays: 0, preheatDays: 7, closingDays: 1, longTailLastDay: 3, reviewDays: 2 },
    plansB: [STOCK_OUT],
  },
  {
    id: 'newLaunch',
    nameZh: '新品首发',
    nameEn: 'New launch',
    aboutZh: '种草在前，首发在后，看评价与复购',
    aboutEn: 'Seeding first, then the launch; watch reviews and repeat buyers',
    occasion: null,
    size: 'small',
    themeZh: '新品首发尝鲜',
    mechanics: ['newBuyerCut', 'buyAndGift', 'nextOrderCoupons'],
    channels: ['short-video', 'live'],
    lengths: { reservoirDays: 21, preheatDays: 7, longTailLastDay: 7, reviewDays: 7 },
    burstStartMinute: EVENING,
    plansB: [SLOW],
  },
  {
    id: 'anniversary',
    nameZh: '周年庆',
    nameEn: 'Anniversary',
    aboutZh: '店铺生日，老客回馈为主',
    aboutEn: "The shop's birthday, thanks to its buyers",
    occasion: 'anniversary',
    size: 'medium',
    themeZh: '感恩老客',
    mechanics: ['memberPrice', 'pointsMultiplier', 'blindBox', 'spendAndSave'],
    channels: ['search', 'wecom', 'sms'],
    plansB: [STOCK_OUT, SLOW],
  },
]

export const findTemplate = (id: string): CampaignTemplate | undefined =>
  CAMPAIGN_TEMPLATES.find((template) => template.id === id)
