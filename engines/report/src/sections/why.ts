import { type Block, figure, type TableRow } from '../document.ts'
import type { Answer } from '../library/ask.ts'
import type { Section } from '../library/report-kind.ts'
import { metricName, queryRef, say, type Telling, unitOf } from '../library/telling.ts'
import { comparedOf } from '../narrative/compared.ts'
import { DRIVER_METRICS, driversOf, whyDrivers } from '../narrative/why-drivers.ts'
import { askOver, headed, paragraphOf } from './write.ts'

function driverTable(telling: Telling, answer: Answer): Block[] {
  const drivers = driversOf(telling, answer)
  if (drivers.length === 0) return []
  const paid = comparedOf(telling, answer, 'paid')
  const ref = queryRef(answer.ask, [...DRIVER_METRICS])
  const rows: TableRow[] = drivers.map(({ id, from, to, effect }) => ({
    cells: [
      metricName(telling, id),
      figure(from, unitOf(telling, id), ref),
      figure(to, unitOf(telling, id), ref),
      figure(effect, 'money', ref),
    ],
  }))
  const change = paid.now !== null && paid.before !== null ? paid.now - paid.before : null
  const whole: TableRow = {
    strong: true,
    cells: [paid.name, paid.figureOf(paid.before), paid.figureOf(paid.now), figure(change, 'money', ref)],
  }
  return [
    {
      kind: 'table',
      title: say(
        telling,
        '拆解：各因素对支付金额变化的贡献（合计等于差额）',
        'What each driver did to paid sales (adds up to the change)',
      ),
      columns: [
        { title: say(telling, '因素', 'Driver'), align: 'left', width: 3 },
        { title: paid.against, align: 'right', width: 3 },
        { title: say(telling, '本期', 'Now'), align: 'right', width: 3 },
        { title: say(telling, '影响金额', 'Effect'), align: 'right', width: 3 },
      ],
      rows: [...rows, whole],
    },
  ]
}

/** Why paid sales changed: visitors × conversion × amount a buyer, adding up to the change to the fen (P14.01). */
export const WHY: Section = {
  asks: (period) => ({ drivers: askOver(period, { metrics: [...DRIVER_METRICS] }) }),
  write(telling) {
    const answer = telling.answers.get('drivers')
    if (!answer?.compareRange) return []
    const table = driverTable(telling, answer)
    return headed(telling, ['为什么变', 'Why it changed'], [...paragraphOf(...whyDrivers(telling, answer)), ...table])
  },
}
