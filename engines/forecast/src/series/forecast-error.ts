const MESSAGES = {
  noHistory: [
    '没有任何已知的历史数据,无法预测。请先导入至少一个周期的数据。',
    'No known value in the history: nothing to forecast from. Import at least one period first.',
  ],
  badValue: [
    '数据必须是有限的数字;未知请填 null,不要填 0 或 NaN。',
    'Values must be finite numbers; write null for unknown, not 0 or NaN.',
  ],
  monthStart: ['月度序列的起始日必须是每月 1 日。', 'A monthly series starts on the 1st of a month.'],
  badHorizon: ['预测期数必须是 1 到 3660 之间的整数。', 'The horizon is a whole number of periods from 1 to 3660.'],
  badInterval: ['区间水平必须在 0 和 1 之间,例如 0.8。', 'An interval level lies between 0 and 1, for example 0.8.'],
  regressorLength: [
    '回归变量必须覆盖历史加预测期,每期一个值。',
    'A regressor needs one value for each period of history and horizon.',
  ],
  badStructure: [
    '层级结构有误:请检查父节点编号,不能有环。',
    'The hierarchy is broken: check the parents; there must be no cycle.',
  ],
  badBase: ['每个节点都要有同样期数的预测值。', 'Each node needs a base forecast with the same number of periods.'],
  needResiduals: [
    '此对账方法需要每个节点的历史残差(至少两期)。',
    'This method needs the in-sample residuals of every node, two periods or more.',
  ],
  badShape: [
    '季节曲线需要至少一个完整年份的日数据,且合计为正。',
    'A seasonal shape needs at least one full past year of days with a positive total.',
  ],
} as const

export type ForecastErrorCode = keyof typeof MESSAGES

/** A request that cannot be answered; `code` is stable, the messages tell the operator what to do. */
export class ForecastError extends Error {
  readonly code: ForecastErrorCode
  readonly messageZh: string
  readonly detail: string

  constructor(code: ForecastErrorCode, detail = '') {
    const [zh, en] = MESSAGES[code]
    super(detail ? `${en} (${detail})` : en)
    this.name = 'ForecastError'
    this.code = code
    this.messageZh = detail ? `${zh}(${detail})` : zh
    this.detail = detail
  }
}
