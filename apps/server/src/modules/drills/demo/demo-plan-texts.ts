import type { Plan } from '@zhanggui/plan'

/** What the demo shop's head of operations writes into each chapter. Plain words; the figures stand beside them. */
export const DEMO_TEXTS: Plan['texts'] = {
  market:
    '美妆护肤是主力品类，家居日用与母婴用品由老客带动。详情页跳失是目前最大的损失点，先从搜索进店的主图与首屏改起。',
  goals: '全年目标按历史季节曲线分到季度与月份：年货节、618、双11 三个波段承担大促目标，其余月份看日销与复购。',
  strategy:
    '大促抓新客，日销抓复购。每个波段提前四周锁定货品与机制，到手价先仿真再报名；平销期用品类日与会员日补空档。所有评价与销量来自真实订单：新品用试用与会员体验积累口碑，售后用服务修复改善评分。',
  execution: '每周一看数，月初对目标，活动前两周页面定稿、前一周客服与仓储到岗。各任务以模板为准，负责人在看板上认领。',
  resources: '预算以流量和内容为主，达人按投产分级，备用金只在触发条件满足并由两人批准后动用。',
  monitoring:
    '费用率与渠道投产每天核对；低于底线的渠道减量并写明复核日期；目标进度不足时先看访客、转化、客单哪一项造成。',
}
