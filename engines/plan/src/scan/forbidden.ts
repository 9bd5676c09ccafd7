import type { Clause } from './clause.ts'

// 不得不, 不能不, 不可不 mean "must", not "must not".
const NEGATION =
  '(?:严禁|禁止|不得(?!不)|不能(?!不)|不可(?!不)|不许|不准|不要|杜绝|拒绝|抵制|打击|整治|整顿|查处|处罚|惩处|惩罚|识别|甄别|辨别|监测|监控|检测|侦测|排查|稽查|自查|防范|防止|预防|防|反|远离|剔除|过滤|扣除|排除|去除|清除|清理|清洗|避免|规避|拦截|举报|投诉|停止|停掉|叫停|终止|勿|切勿|严查|零容忍|取消|揭露|警惕|疑似|涉嫌|遭遇|遭|被|没有|从未|从不|绝不|决不|永不|坚决不|(?<!不[得能可])(?<!无)不|无(?!不)|非|未|no|not|never|anti|against|forbid|ban|bans|banned|avoid|detect|detects|detecting|stop|without)'

/** Words that may stand between a negation and what it negates. */
const FILLER =
  '(?:任何|一切|各类|各种|所有|形式|方式|手段|通过|利用|使用|采用|采取|参与|从事|进行|组织|安排|实施|允许|接受|支持|存在|出现|发生|靠|做|搞|用|以|再|会|有|的|等|其他|同行|竞品|竞店|对手|竞争|恶意|非法|违规|大数据|刷单|补单|刷评|any|the|of|for|all|to|use)'

const NEGATED = new RegExp(`${NEGATION}${FILLER}{0,6}$`)

/** 严禁刷单、补单和虚假评价: a negation reaches through a list, unless somebody is told to do something inside it. */
const NEGATED_LIST = new RegExp(`${NEGATION}${FILLER}{0,6}[^、及和或与]{1,10}(?:[、及和或与][^、及和或与]{0,10}){1,5}$`)
const ORDER_INSIDE = /安排|组织(?!者)|找人|继续|开始|计划|每天|每日|完成|执行|准备|只能|改为|改用/

/** 避免刷单被查 hides the practice, 监控刷单进度 manages it, 不刷单不行 asks for it: none avoids it. */
const HIDDEN =
  /^[^,。]{0,4}(?:被|遭|让)(?:平台|系统|天猫|淘宝|官方|小二)?(?:稽查|抽查|查|抓|发现|识别|判|降权|处罚|盯上)/
const HIDING = /(?:防止|防|避免|规避|不|勿|防范)[^,。]{0,4}$/
const MANAGED = /^[^,。]{0,2}(?:进度|节奏|预算|计划|完成|任务|排期|佣金|支持|资金|效果)/
const MANAGING = /(?:监测|监控|检测|排查|避免|防止|防|规避|无)[^,。]{0,4}$/
const NEEDED = /^(?:就|便)?(?:不行|不可$|没(?:有)?(?:排名|销量|流量|权重|订单))/

const isAskedAfterAll = ({ left, right }: Clause): boolean =>
  (HIDING.test(left) && HIDDEN.test(right)) ||
  (MANAGING.test(left) && MANAGED.test(right)) ||
  (left.endsWith('不') && NEEDED.test(right))

const SUBJECT =
  '(?:的)?(?:行为|订单|交易|现象|嫌疑|风险|团伙|账号|商家|店铺|用户|买家|数据|痕迹|等|、[^,。、]{1,12}|类){0,4}(?:的)?'
const JUDGED =
  '治理|整治|处罚|惩罚|剔除|过滤|扣除|清洗|拦截|举报|投诉|判定|违规|违法|违反|属于|属违|会被|将被|被查|零容忍|不计|不算|不得|不可(?!少)|不能(?!停|断)|不许|不允许|一律|风控|模型|红线|禁止|严禁|提示|detection|filter|isbanned|isforbidden'
const WATCHED = '检测|识别|甄别|监测|监控|预警|防控|防范|控制措施|排查|稽查|抽查'
const JUDGED_BEHIND = new RegExp(`^(?:${SUBJECT}(?:${JUDGED})|(?:的)?(?:行为)?风险$|[^,。]{0,8}(?:举报|上报|投诉))`)
const WATCHED_BEHIND = new RegExp(`^${SUBJECT}(?:${WATCHED})`)

/**
 * True when the clause forbids, detects, reports or suffers the practice instead of asking for it.
 * `watches`: the practice itself watches others (a crawler), so 监控 behind it is no excuse.
 * @example isForbidden({ left: '严禁任何形式的', match: '刷单', right: '' }, { watches: false }) // true
 */
export function isForbidden(clause: Clause, { watches }: { watches: boolean }): boolean {
  if (isAskedAfterAll(clause)) return false
  const { left, right } = clause
  if (NEGATED.test(left) || JUDGED_BEHIND.test(right)) return true
  if (!watches && WATCHED_BEHIND.test(right)) return true
  return NEGATED_LIST.test(left) && !ORDER_INSIDE.test(left)
}
