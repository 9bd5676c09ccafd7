import type { ContingencyPlan } from '../plans/plan.ts'
import { BUYERS, EVERYONE, message, plan, ready, step, when } from './shipped-plan.ts'

/** What comes from the market: traffic, rivals, opinion, creators. */
export const MARKET_PLANS: readonly ContingencyPlan[] = [
  plan({
    id: 'traffic-drop',
    nameZh: '平台规则变动，流量骤降',
    nameEn: 'Traffic drops after a rule change',
    scenarioZh: '平台改了搜索或推荐规则，主要来源的访客在几分钟内明显减少。',
    scenarioEn: 'The platform changes search or recommendation and the main source loses visitors within minutes.',
    owner: 'media',
    trigger: when(
      'pv',
      20,
      { kind: 'change', against: 'sameCampaignMinute', direction: 'fall', by: 0.2 },
      { minSample: 60, forMinutes: 5 },
    ),
    stopAfterMinutes: 15,
    steps: [
      step(
        'verify',
        ['核对平台公告，写明缺口来源', 'Read the announcement, name the source that fell'],
        ['operations', 15],
      ),
      step('raise', ['提高备用渠道投放和裂变激励', 'Raise backup channels and fission'], ['media', 30], {
        effect: 'raiseBackups',
      }),
      step('measure', ['写明替代渠道补回的份额', 'Write down the share that was won back'], ['analyst', 120], {
        after: 'raise',
      }),
    ],
    resources: [
      ready('channel', ['知乎信息流', 'Zhihu feed']),
      ready('channel', ['B站UP主', 'Bilibili creators']),
      ready('channel', ['老客裂变', 'Fission among customers']),
    ],
    requires: [{ kind: 'channel', least: 2 }],
    messages: [message('old-buyers', ['老客', 'customers'], '{店铺}活动正在进行，点开即享{补偿}，截止{截止时间}。')],
    page: { titleZh: '活动照常', bodyZh: '{店铺}活动照常进行，入口见{渠道}。' },
    goals: { detectMinutes: 40, startMinutes: 15, restoreMinutes: 120 },
    playbooks: ['traffic-drop'],
  }),
  plan({
    id: 'price-war',
    nameZh: '竞品突然降价',
    nameEn: 'A rival cuts prices',
    scenarioZh: '导入的竞品价格显示同类商品低于我方，转化开始下滑。',
    scenarioEn: 'Imported rival prices fall below ours and conversion begins to slip.',
    owner: 'products',
    trigger: when('rivalPriceGap', 1, { kind: 'threshold', op: '<', value: -0.05, clearAt: -0.04 }),
    stopAfterMinutes: 15,
    steps: [
      step(
        'check',
        ['核对竞品价格是否同款同规格', 'Check that the rival price is for the same goods'],
        ['products', 15],
      ),
      step('margin', ['核对跟价后的毛利和底价', 'Check margin and floor after the reply'], ['finance', 30]),
      step(
        'watch',
        ['每 30 分钟复核价差，不追第二轮', 'Look again every half hour, do not follow a second time'],
        ['products', 120],
        { after: 'check' },
      ),
    ],
    resources: [
      ready('reserve', ['机动预算', 'Reserve budget']),
      ready('people', ['定价负责人值守', 'The pricing lead on duty']),
    ],
    requires: [{ kind: 'reserve', least: 1 }],
    messages: [message('service', ['客服话术', 'service'], '{商品}活动价已更新，差价可申请{补偿}，入口：{客服入口}。')],
    page: { titleZh: '价保说明', bodyZh: '{商品}支持价保，差额按{补偿}处理。' },
    goals: { detectMinutes: 15, startMinutes: 15, restoreMinutes: 45 },
    playbooks: ['price-war', 'reserve-release'],
  }),
  plan({
    id: 'opinion-crisis',
    nameZh: '舆情危机',
    nameEn: 'Opinion crisis',
    scenarioZh: '负面内容在站外集中出现并开始影响转化。',
    scenarioEn: 'Negative posts come together outside and begin to cost conversion.',
    owner: 'service',
    trigger: when('crisisMentions', 10, { kind: 'threshold', op: '>=', value: 20, clearAt: 8 }),
    stopAfterMinutes: 30,
    steps: [
      step(
        'start',
        ['启动响应：成立小组，暂停争议素材，首次公开回应', 'Respond: team, disputed material off, first public word'],
        ['service', 15],
        { effect: 'respondInPublic' },
      ),
      step(
        'statement',
        ['公开声明与补偿方案，并告知全部投诉人', 'Statement and compensation, everybody who complained told'],
        ['service', 120],
        { after: 'start', effect: 'publishStatement' },
      ),
      step('told', ['逐一告知受影响买家', 'Tell every buyer who is affected'], ['members', 180], {
        after: 'statement',
        effect: 'tellAffected',
      }),
      step('closure', ['闭环：核实、赔付到账、写复盘', 'Close: verified, paid, written up'], ['operations', 1440], {
        after: 'statement',
        effect: 'compensate',
      }),
    ],
    resources: [ready('people', ['公关与客服小组', 'A team of service and press'], 3)],
    requires: [{ kind: 'people', least: 2 }],
    messages: [
      message('first-word', EVERYONE, '我们已关注到关于{商品}的反馈，正在核实，{截止时间}前给出说明。'),
      message('statement', EVERYONE, '关于{商品}的说明：已核实并向{订单数}位买家提供{补偿}，进度可在{客服入口}查询。'),
      message('complainants', BUYERS, '很抱歉给您带来困扰，{补偿}已发放，请在{截止时间}前查收。'),
    ],
    page: { titleZh: '关于{商品}的说明', bodyZh: '我们已核实情况并给出{补偿}，如仍有疑问请联系{客服入口}。' },
    goals: { detectMinutes: 45, startMinutes: 15, restoreMinutes: 240 },
    playbooks: ['opinion-crisis'],
    ladder: 'crisis',
  }),
  plan({
    id: 'creator-failure',
    nameZh: '主播失约或翻车',
    nameEn: 'A creator fails',
    scenarioZh: '直播临时取消，或主播出现负面，排好的时段没有人。',
    scenarioEn: 'A broadcast is cancelled or its host is in a scandal; the slots stand empty.',
    owner: 'content',
    trigger: when('liveGapMinutes', 1, { kind: 'threshold', op: '>=', value: 5, clearAt: 1 }),
    stopAfterMinutes: 15,
    steps: [
      step('withdraw', ['撤下相关素材和链接', 'Withdraw material and links'], ['content', 15]),
      step('replace', ['备选主播补位，全部时段排满', 'A stand-in takes over, every slot is filled'], ['content', 30], {
        effect: 'replaceCreator',
      }),
      step('told', ['告知预约观众顺延时间', 'Tell those who had signed up'], ['members', 45], {
        after: 'replace',
        effect: 'tellAffected',
      }),
    ],
    resources: [
      ready('creator', ['店播主播', 'The shop’s own host']),
      ready('creator', ['备选达人', 'A stand-in creator']),
    ],
    requires: [{ kind: 'creator', least: 1 }],
    messages: [
      message(
        'audience',
        ['预约观众', 'those who signed up'],
        '原定{主播}的直播改由店铺主播进行，{截止时间}开始，预约福利{补偿}保留。',
      ),
    ],
    page: { titleZh: '直播调整', bodyZh: '本场直播由店铺主播进行，商品与优惠不变。' },
    goals: { detectMinutes: 10, startMinutes: 15, restoreMinutes: 45 },
    playbooks: ['creator-failure'],
  }),
]
