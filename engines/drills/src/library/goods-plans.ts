import type { ContingencyPlan } from '../plans/plan.ts'
import { BUYERS, message, plan, ready, step, when } from './shipped-plan.ts'

/** What comes from goods: stock, gifts, suppliers, carriers. */
export const GOODS_PLANS: readonly ContingencyPlan[] = [
  plan({
    id: 'stock-out',
    nameZh: '爆款缺货',
    nameEn: 'A best seller runs out',
    scenarioZh: '盘点发现爆款实物远少于系统库存，已收的订单可能发不出。',
    scenarioEn: 'A count finds far less of a best seller than the system says; orders taken may not be deliverable.',
    owner: 'products',
    trigger: when('minutesToStockOut', 1, { kind: 'threshold', op: '<=', value: 60, clearAt: 90 }),
    stopAfterMinutes: 10,
    steps: [
      step('count', ['复盘实物，冻结超出部分', 'Count again, freeze what is not there'], ['warehouse', 15]),
      step(
        'told',
        ['告知全部受影响买家：换货、延期或退款任选', 'Tell everybody affected: swap, wait or refund'],
        ['service', 60],
        { after: 'count', effect: 'tellAffected' },
      ),
      step('compensate', ['发放补偿', 'Pay the compensation'], ['service', 120], {
        after: 'told',
        effect: 'compensate',
      }),
    ],
    resources: [
      ready('safetyStock', ['安全库存', 'Safety stock'], 0.2),
      ready('people', ['客服专席', 'A service desk of its own'], 2),
    ],
    requires: [{ kind: 'safetyStock', least: 0.2 }],
    messages: [
      message('short', BUYERS, '您购买的{商品}暂时缺货，可换{替代商品}、等到{截止时间}或退款，并已为您准备{补偿}。'),
    ],
    page: { titleZh: '{商品}已售罄', bodyZh: '为您换上同类的{替代商品}，到货后第一时间通知。' },
    goals: { detectMinutes: 45, startMinutes: 15, restoreMinutes: 150 },
    playbooks: ['sold-out-swap'],
  }),
  plan({
    id: 'gift-shortage',
    nameZh: '赠品不足',
    nameEn: 'Gifts run out',
    scenarioZh: '赠品提前送完，页面还在承诺，后来的订单收不到。',
    scenarioEn: 'The gifts are gone while the page still promises them.',
    owner: 'warehouse',
    trigger: when('giftGap', 10, { kind: 'threshold', op: '>=', value: 3, clearAt: 1 }),
    stopAfterMinutes: 15,
    steps: [
      step(
        'replace',
        ['换上等值赠品，改页面说明', 'Put a gift of the same worth in its place, correct the page'],
        ['warehouse', 45],
        { effect: 'replaceGift' },
      ),
      step('told', ['告知全部缺赠品的买家', 'Tell every buyer who missed the gift'], ['service', 90], {
        effect: 'tellAffected',
        after: 'replace',
      }),
      step('compensate', ['按等值发券补偿', 'Compensate with a coupon of its worth'], ['members', 150], {
        after: 'told',
        effect: 'compensate',
      }),
    ],
    resources: [
      ready('safetyStock', ['等值备用赠品', 'Gifts of the same worth'], 0.2),
      ready('people', ['客服', 'service'], 1),
    ],
    messages: [message('gift', BUYERS, '您订单的{赠品}已送完，我们为您补发{补偿}，请在{截止时间}前使用。')],
    page: { titleZh: '赠品说明', bodyZh: '{赠品}已送完，现改为等值{补偿}。' },
    goals: { detectMinutes: 30, startMinutes: 30, restoreMinutes: 90 },
  }),
  plan({
    id: 'supplier-failure',
    nameZh: '供应商断供',
    nameEn: 'A supplier fails',
    scenarioZh: '大促补货没有按时到仓，库存按现在的速度撑不到结束。',
    scenarioEn: 'A delivery for the push does not arrive; stock will not last.',
    owner: 'products',
    trigger: when('supplyGapUnits', 1, { kind: 'threshold', op: '>', value: 0, clearAt: 0 }),
    stopAfterMinutes: 10,
    steps: [
      step('safety', ['放出 20% 安全库存', 'Release the 20 % of safety stock'], ['warehouse', 30]),
      step(
        'alternative',
        ['启用第二供应商，确认到货时间', 'Call on the second supplier, settle the time of arrival'],
        ['products', 120],
        { effect: 'replenish' },
      ),
      step(
        'leftovers',
        ['活动后清仓，剩余捐赠登记', 'Clear what is left after the push, register donations'],
        ['products', 1440],
        { after: 'alternative' },
      ),
    ],
    resources: [
      ready('supplier', ['主供应商', 'Main supplier']),
      ready('supplier', ['第二供应商', 'Second supplier']),
      ready('safetyStock', ['安全库存', 'Safety stock'], 0.2),
    ],
    requires: [
      { kind: 'supplier', least: 2 },
      { kind: 'safetyStock', least: 0.2 },
    ],
    messages: [message('late', BUYERS, '{商品}补货将在{截止时间}到仓，已为您保留并附{补偿}。')],
    page: { titleZh: '{商品}补货中', bodyZh: '预计{截止时间}到货，可先预约。' },
    goals: { detectMinutes: 15, startMinutes: 30, restoreMinutes: 150 },
  }),
  plan({
    id: 'carrier-failure',
    nameZh: '物流商故障',
    nameEn: 'A carrier fails',
    scenarioZh: '主物流商停止揽收，包裹积压，发货时效将被打破。',
    scenarioEn: 'The main carrier stops picking up; parcels pile up and the promised time is at risk.',
    owner: 'warehouse',
    trigger: when('pickupRate', 30, { kind: 'threshold', op: '<', value: 0.7, clearAt: 0.85 }, { minSample: 10 }),
    stopAfterMinutes: 20,
    steps: [
      step('move', ['把未揽收包裹改派第二物流商', 'Move waiting parcels to the second carrier'], ['warehouse', 60]),
      step('told', ['公布受影响订单并逐一告知', 'Publish and tell the orders that are affected'], ['service', 120], {
        effect: 'tellAffected',
      }),
      step('compensate', ['对超时订单补偿', 'Compensate what was late'], ['service', 240], {
        after: 'told',
        effect: 'compensate',
      }),
    ],
    resources: [
      ready('carrier', ['主物流商', 'Main carrier']),
      ready('carrier', ['第二物流商', 'Second carrier']),
      ready('safetyStock', ['加备 20% 运力和包材', '20 % of capacity and packaging on top'], 0.2),
    ],
    requires: [
      { kind: 'carrier', least: 2 },
      { kind: 'safetyStock', least: 0.2 },
    ],
    messages: [message('late', BUYERS, '受{物流商}影响，您的订单改由其他快递配送，预计{截止时间}前揽收，已附{补偿}。')],
    page: { titleZh: '发货说明', bodyZh: '部分订单改由其他快递配送，时效以订单页为准。' },
    goals: { detectMinutes: 45, startMinutes: 30, restoreMinutes: 120 },
    playbooks: ['carrier-switch'],
  }),
]
