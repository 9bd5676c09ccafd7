import type { LoadReport } from '@zhanggui/contract'
import { OPENING_SPIKE, STEADY } from '@zhanggui/orders'
import { type Command, Option } from 'commander'
import { CliFailure, usageFailure } from '../../cli-failure.ts'
import { EXIT } from '../../exit-codes.ts'
import { parseCountOption, parseDayOption, parsePositiveOption } from '../../parse-option.ts'
import type { RunCommand } from '../../run-command.ts'
import type { Shell } from '../../shell.ts'
import { withContext } from '../../with-context.ts'
import { moneyText } from '../promotions/figures.ts'
import { loadText, stepRow } from './load-text.ts'
import { addPages } from './pages.ts'

type Options = {
  url: string
  key?: string
  sku: string
  peak: number
  shape: 'opening_spike' | 'steady'
  from: number
  step: number
  steps: number
  goal: number
  patience: number
  seed: string
}

/** The key stands in the environment, so that it is in no history of a shell. */
function keyOf(shell: Shell, { key }: Options): string {
  const secret = key ?? shell.env.ZHANGGUI_TRADE_KEY
  if (secret) return secret
  throw usageFailure('invalid_request', {
    zh: '压测要用店铺的交易密钥：设环境变量 ZHANGGUI_TRADE_KEY，或用 --key。密钥在 设置 → 密钥 里创建，用途选“交易”。',
    en: 'A load test needs a trade key of the shop: set ZHANGGUI_TRADE_KEY, or use --key. Make one under Settings → Keys for trade.',
  })
}

async function keep(
  { url, headers, store }: { url: string; headers: Record<string, string>; store: string },
  report: LoadReport,
) {
  const answer = await fetch(`${url}/v1/stores/${store}/load-reports`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(report),
  })
  if (answer.ok) return
  throw new CliFailure('load_report_not_kept', {
    zh: `压测做完了，但报告没有存上（${answer.status}）。请检查密钥后重跑，或用 --json 保存输出。`,
    en: `The test is done but its report was not kept (${answer.status}). Check the key and run it again, or save the output of --json.`,
  })
}

function addRun(load: Command, run: RunCommand): void {
  load
    .command('run <store>')
    .description(
      '对运行中的服务做压测：找拐点、点名瓶颈、判定是否通过；请用演练店铺 / load test of a running server; use a rehearsal shop',
    )
    .option('--url <url>', '服务地址 / address of the server', 'http://127.0.0.1:8787')
    .option('--key <key>', '交易密钥，默认取 ZHANGGUI_TRADE_KEY / trade key')
    .requiredOption('--sku <sku>', '买哪个商品，须已开放库存 / what is bought; its stock must be open')
    .requiredOption('--peak <orders>', '预计峰值，单/秒 / peak to be expected, orders a second', parsePositiveOption)
    .addOption(
      new Option('--shape <shape>', '开场流量形状 / shape of the opening')
        .choices([OPENING_SPIKE.id, STEADY.id])
        .default(OPENING_SPIKE.id),
    )
    .option('--from <orders>', '从每秒多少单开始加压 / begin the ramp at', parsePositiveOption, 5)
    .option('--step <seconds>', '每步多少秒 / seconds of a step', parsePositiveOption, 5)
    .option('--steps <count>', '加压最多几步 / steps of the ramp', parseCountOption, 8)
    .option('--goal <ms>', '受理订单的 p99 目标，毫秒 / p99 goal of orders, ms', parseCountOption, 1000)
    .option(
      '--patience <seconds>',
      '过载时买家排队多久 / how long buyers stand in line under overload',
      parseCountOption,
      60,
    )
    .option('--seed <seed>', '随机种子，同一种子发出同样的请求 / seed', 'load')
    .action((store: string, options: Options, command: Command) =>
      run(command, async (shell) => {
        const { shopOrders } = await import('@zhanggui/server')
        const headers = { authorization: `Bearer ${keyOf(shell, options)}` }
        const target = { url: options.url, store, headers, skuId: options.sku }
        const report = await shopOrders.runLoad({
          target,
          shape: options.shape === STEADY.id ? STEADY : OPENING_SPIKE,
          goals: {
            peakPerSecond: options.peak,
            headroomBp: 3000,
            goalMs: options.goal,
            refuseMs: 200,
            buyersBp: 9500,
            fairMs: 3000,
          },
          fromPerSecond: options.from,
          stepSeconds: options.step,
          steps: options.steps,
          patienceSeconds: options.patience,
          seed: options.seed,
          by: shell.actor,
          now: () => new Date(),
          onStep: (step) => {
            const line = stepRow(shell, step).join('  ')
            shell.note({ zh: line, en: line })
          },
        })
        await keep(target, report)
        shell.answer(report, () => loadText(shell, report))
        return report.isPassed ? EXIT.ok : EXIT.failed
      }),
    )
}

function addCapacity(load: Command, run: RunCommand): void {
  load
    .command('capacity <store>')
    .description(
      '按预测与流量形状排扩容：节点、费用、下单日、缩容日 / nodes, cost and dates from forecast and traffic shape',
    )
    .requiredOption('--day <day>', '最忙的一天 / the busiest day', parseDayOption)
    .option('--plan <plan>', '核对哪份规划的技术预算 / whose technology line')
    .option('--orders <count>', '当天订单数，默认取预测 / orders of the day', parseCountOption)
    .option('--node <orders>', '一台每秒能承受多少单，默认取最近压测 / orders a second of a node', parsePositiveOption)
    .action(
      (store: string, options: { day: string; plan?: string; orders?: number; node?: number }, command: Command) =>
        run(command, async (shell) => {
          const plan = await withContext(shell, async (context, server) =>
            server.shopOrders.planShopCapacity(
              context,
              { store: await server.getStore(context, store), asker: { may: () => true } },
              { day: options.day, plan: options.plan, dayOrders: options.orders, nodePerSecond: options.node },
            ),
          )
          shell.answer(plan, () =>
            [
              shell.say({
                zh: `峰值 ${plan.peakPerSecond.toFixed(1)}（上限 ${plan.peakPerSecondHigh.toFixed(1)}）单/秒 → ${plan.nodes} 台，加 ${plan.extraNodes} 台`,
                en: `Peak ${plan.peakPerSecond.toFixed(1)} (up to ${plan.peakPerSecondHigh.toFixed(1)}) orders/s → ${plan.nodes} nodes, ${plan.extraNodes} more`,
              }),
              shell.say({
                zh: `${plan.orderBy} 前下单，${plan.readyFrom} 到位，${plan.scaleBackOn} 缩回；费用 ${moneyText(shell, plan.costCents)}`,
                en: `Order by ${plan.orderBy}, ready ${plan.readyFrom}, back ${plan.scaleBackOn}; cost ${moneyText(shell, plan.costCents)}`,
              }),
              ...plan.warnings.map(({ zh, en }) => `⚠ ${shell.say({ zh, en })}`),
            ].join('\n'),
          )
        }),
    )
}

/** `zhanggui load …`: what a server keeps up with, and what a campaign needs. */
export function addLoadCommands(program: Command, run: RunCommand): void {
  const load = program.command('load').description('压测与扩容 / load tests and capacity')
  addRun(load, run)
  addCapacity(load, run)
  addPages(load, run)
}
