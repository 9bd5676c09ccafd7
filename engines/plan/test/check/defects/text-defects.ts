import { addNote, addToChapter, both, changeEvent, changeGoal, changeRow } from '../edit-plan.ts'
import type { Defect } from '../planted-defects.ts'

export const TEXT_DEFECTS: Readonly<Record<string, Defect>> = {
  'bought-orders': { plant: changeRow('r2', { dailyPromotion: '暂停付费推广，每天 s 单 10 笔' }) },
  'bought-reviews': { plant: addNote('t-reviews', '包裹放卡片：好评返现 3 元') },
  'rank-manipulation': { plant: addNote('t-rank', '主推款卡首屏') },
  scraping: { plant: addNote('t-scraping', '用爬虫每日记录竞品价格') },
  'personal-pricing': { plant: addNote('t-pricing', '老客价高于新客') },
  'base-sales-while-paused': { plant: changeRow('r1', { dailyPromotion: '暂停推广，只做基础销量' }) },
  placeholder: { plant: addNote('t-gap', '新增注册 X 人') },
  'chapter-claim-unquantified': { plant: addToChapter('strategy', '会员活跃度显著提升。') },
  'note-claim-unquantified': { plant: addNote('t-claim', '让销量稳步增长') },
  'percentage-without-base': { plant: changeRow('r6', { dailyPromotion: '关键词推广，推广成本 10-15%' }) },
  superlative: { plant: changeEvent('eleven', { theme: '全网最低价' }) },
  'personal-data': { plant: addNote('t-person', '联系店长 138 0000 1234') },
  'tier-rate-falls': { plant: changeEvent('birthday', { mechanics: ['满600减100', '满1000返50'] }) },
  'stacked-discount-deep': { plant: addNote('t-stack', '满300减40，另发 100 元礼包') },
  'giveaway-not-simulated': { plant: addNote('t-free', '入会即送无门槛优惠券') },
  'prize-over-limit': { plant: addNote('t-prize', '抽奖送价值 8 万元汽车') },
  'phase-given-twice': { plant: both(addNote('t-heat-1', '预热期 7-15 天'), addNote('t-heat-2', '预热 1-2 周')) },
  'phases-overlap': { plant: both(addNote('t-close', '收尾期 1-3 天'), addNote('t-tail', '长尾 1 周内')) },
  'response-clocks-differ': {
    plant: both(addNote('t-clock-1', '舆情 30 分钟内响应'), addNote('t-clock-2', '舆情 2 小时内响应')),
  },
  'clock-measure-mixed': {
    plant: both(addNote('t-measure-1', '客诉 30 分钟内处理'), addNote('t-measure-2', '客诉 30 分钟内解决')),
  },
  'turnover-rate-in-days': { plant: addNote('t-turnover', '库存周转率 30 天以内') },
  'untestable-absolute': { plant: addNote('t-absolute', '大促期间零宕机') },
  'capacity-out-of-scale': { plant: addNote('t-capacity', '系统按 50 万单/秒准备') },
  'live-staff-short': { plant: addNote('t-staff', '每天直播 12 小时，直播团队 2 人') },
  'live-sessions-short': { plant: addNote('t-sessions', '直播每天 1 小时，每月 60 场') },
  'sleeping-definitions-differ': { plant: addNote('t-silent', '沉默客户指 30 天未购的老客') },
  'sleeping-undefined': {
    plant: (plan) => {
      plan.texts.strategy = '一季度打磨页面，二季度投放，每季触达一次沉睡会员。'
    },
    alone: true,
  },
  'cadence-mixed': { plant: addNote('t-cadence', '月度复盘会每周一召开') },
  'exposures-mixed': { plant: changeGoal('exposure', { denominator: '播放量/曝光量' }) },
  'view-mixed': { plant: addToChapter('resources', '平台成交额与本店目标一并考核。') },
  'market-figure-dated': { plant: addToChapter('market', '2023 年网民 10.9 亿人。') },
  'tool-outdated': { plant: changeRow('r3', { dailyPromotion: '钻展起步' }) },
  'tool-other-platform': { plant: addNote('t-jd', '京挑客引流') },
}
