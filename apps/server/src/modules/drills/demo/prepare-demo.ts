import { addYears } from '@zhanggui/calendar'
import { addDays, type BusinessDay, businessDayOf } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { describeFault } from '../../../http/describe-fault.ts'
import type { SetupProgressBoard } from '../../admin/setup-progress.ts'
import { listStores } from '../../admin/stores.ts'
import { createDemo, DEMO_STORE, type DemoProgress, isDemoWhole } from './create-demo.ts'

type Step = { zh: string; en: string; from: number; to: number }

/** What each phase is called and which part of the bar it fills; the facts take nearly all of the time. */
const STEPS: Record<DemoProgress['phase'], Step> = {
  clear: { zh: '准备数据表', en: 'Preparing the tables', from: 0, to: 0.02 },
  facts: { zh: '生成两年的订单、流量和投放', en: 'Making two years of orders, visits and ads', from: 0.02, to: 0.98 },
  store: { zh: '建立演示店铺', en: 'Opening the demo shop', from: 0.98, to: 1 },
}

const shareOf = ({ phase, done, total }: DemoProgress): number => {
  const { from, to } = STEPS[phase]
  return from + (to - from) * (total > 0 ? done / total : 1)
}

/** Says each whole tenth once: a line for every day would flood a terminal. */
function createTenthPrinter(print: (line: string) => void): (share: number, step: Step) => void {
  let told = -1
  return (share, step) => {
    const tenth = Math.floor(share * 10)
    if (tenth <= told) return
    told = tenth
    print(`演示店铺 · Demo shop ${tenth * 10}% ${step.zh} · ${step.en}`)
  }
}

/** The two years that ended yesterday, so that the shop looks like one that is open now. */
export function currentRange(now: Date): { from: BusinessDay; until: BusinessDay } {
  const today = businessDayOf(now)
  return { from: addYears(today, -2), until: addDays(today, -1) }
}

/**
 * Makes the demo shop when the installation has no other shop and the demo is not whole, and reports to the board and the terminal meanwhile. A
 * failure is reported there too and stops nothing: the server runs without a demo shop.
 */
export async function prepareDemo(
  context: Context,
  { board, print, signal }: { board: SetupProgressBoard; print: (line: string) => void; signal: AbortSignal },
): Promise<void> {
  const others = (await listStores(context)).filter((s) => !(s.demo && s.id === DEMO_STORE))
  if (others.length > 0 || (await isDemoWhole(context, DEMO_STORE))) return
  const printTenth = createTenthPrinter(print)
  board.write({ state: 'running', progress: 0, store: DEMO_STORE })
  try {
    const onProgress = (progress: DemoProgress): void => {
      const [share, step] = [shareOf(progress), STEPS[progress.phase]]
      board.write({ progress: share, step: step.zh, stepEn: step.en })
      printTenth(share, step)
    }
    await createDemo(context, { ...currentRange(context.clock.now()), onProgress, signal })
    board.write({ state: 'done', progress: 1, step: '演示店铺已就绪', stepEn: 'The demo shop is ready' })
  } catch (cause) {
    if (signal.aborted) return
    context.log.error({ fault: describeFault(cause) }, 'demo shop failed')
    const message = '演示店铺没有建成。重启服务会再试一次；也可以直接新建店铺。'
    const messageEn = 'The demo shop could not be made. A restart tries again; you can also open a shop of your own.'
    board.write({ state: 'failed', error: { code: 'demo_failed', message, messageEn } })
  }
}
