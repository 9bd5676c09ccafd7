import { readFile } from 'node:fs/promises'
import type { LabelRiskOrders, RiskOrder, RiskStanding } from '@zhanggui/contract'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { type ActOptions, actingCaller, addAsOption } from '../act-as.ts'
import { renderTable } from '../output/render-table.ts'
import { parseCountOption } from '../parse-option.ts'
import type { RunCommand } from '../run-command.ts'
import type { Shell } from '../shell.ts'
import { withContext } from '../with-context.ts'
import { addAccountCommands } from './risk-accounts.ts'

const left = (header: string) => ({ header, align: 'left' as const })
const right = (header: string) => ({ header, align: 'right' as const })

function parseShare(text: string): number {
  const share = Number(text)
  if (text.trim() !== '' && share >= 0 && share <= 0.5) return share
  throw new InvalidArgumentError('需要 0 到 0.5 的比例 / a share from 0 to 0.5 is needed')
}

function parseWhole(text: string): number {
  const value = Number(text)
  if (text.trim() !== '' && Number.isSafeInteger(value)) return value
  throw new InvalidArgumentError('需要整数 / a whole number is needed')
}

function standingText({ inForce, versions, orders, frauds }: RiskStanding, shell: Shell): string {
  const now = inForce ? `v${inForce.version}` : '–'
  return [
    shell.say({
      zh: `生效 ${now}；可学习的订单 ${orders}，其中欺诈 ${frauds}`,
      en: `in force ${now}; ${orders} orders to learn from, ${frauds} frauds`,
    }),
    renderTable(
      [left('版本 version'), right('验证 check'), right('拒绝 refuse'), right('AUC'), left('原因 reason')],
      versions.map(({ version, body, reason }) => [
        `v${version}`,
        String(body.verifyFrom),
        String(body.denyFrom),
        body.learntFrom?.auc?.toFixed(3) ?? '–',
        reason,
      ]),
    ),
  ].join('\n')
}

const orderTable = (orders: readonly RiskOrder[]): string =>
  renderTable(
    [
      left('订单 order'),
      left('时间 at'),
      right('分 cents'),
      left('判定 verdict'),
      left('验证 check'),
      left('定论 label'),
    ],
    orders.map(({ orderId, at, cents, verdict, check, label }) => [
      orderId,
      at,
      String(cents),
      verdict,
      check?.state ?? '–',
      label ?? '–',
    ]),
  )

type Label = LabelRiskOrders['labels'][number]['label']

/** Lines of "order,fraud" or "order,honest"; what is neither is left to the server to refuse with its place. */
async function readLabels(file: string): Promise<LabelRiskOrders> {
  const lines = (await readFile(file, 'utf8')).split(/\r?\n/).filter((line) => line.trim() !== '')
  return {
    labels: lines.map((line) => {
      const [orderId = '', label = ''] = line.split(',').map((cell) => cell.trim())
      return { orderId, label: label as Label, source: 'chargeback' as const }
    }),
  }
}

function addReading(risk: Command, run: RunCommand): void {
  risk
    .command('show <store>')
    .description('生效的评分卡与全部版本 / the scorecard in force and every version')
    .action((id: string, _options: unknown, command: Command) =>
      run(command, async (shell) => {
        const standing = await withContext(shell, async (context, server) =>
          server.risk.readStanding(context, (await server.getStore(context, id)).id),
        )
        shell.answer(standing, () => standingText(standing, shell))
      }),
    )
  risk
    .command('orders <store>')
    .description('最近判定的订单 / the newest judged orders')
    .addOption(new Option('--verdict <verdict>', '判定 / verdict').choices(['allow', 'verify', 'deny', 'other']))
    .action((id: string, options: { verdict?: RiskOrder['verdict'] }, command: Command) =>
      run(command, async (shell) => {
        const orders = await withContext(shell, async (context, server) =>
          server.risk.listRiskOrders(context, (await server.getStore(context, id)).id, {
            limit: 50,
            verdict: options.verdict,
          }),
        )
        shell.answer(orders, () => orderTable(orders))
      }),
    )
}

/** `--version` is the program’s own: it would tell that of the installation. */
type PreviewOptions = { card: number; from: number; denyFrom: number }

function addPreview(risk: Command, run: RunCommand): void {
  risk
    .command('preview <store>')
    .description('分数线用在过去的订单上 / thresholds tried on past orders')
    .requiredOption('--card <n>', '评分卡版本 / version of the scorecard', parseCountOption)
    .requiredOption('--from <score>', '验证线 / check from', parseWhole)
    .requiredOption('--deny-from <score>', '拒绝线 / refuse from', parseWhole)
    .action((id: string, { card, from, denyFrom }: PreviewOptions, command: Command) =>
      run(command, async (shell) => {
        const told = await withContext(shell, async (context, server) =>
          server.risk.previewVersion(context, (await server.getStore(context, id)).id, {
            version: card,
            verifyFrom: from,
            denyFrom,
          }),
        )
        const { honest, honestVerified, honestDenied, verified, denied, frauds } = told
        const caught = verified.orders + denied.orders
        shell.answer(told, () =>
          shell.say({
            zh: `正常 ${honest} 单：验证 ${honestVerified}，拒绝 ${honestDenied}；欺诈 ${frauds.orders} 单拦下 ${caught} 单，${verified.cents + denied.cents} 分`,
            en: `${honest} honest orders: ${honestVerified} checked, ${honestDenied} refused; ${caught} of ${frauds.orders} frauds stopped, ${verified.cents + denied.cents} cents`,
          }),
        )
      }),
    )
}

function addLabel(risk: Command, run: RunCommand): void {
  addAsOption(risk.command('label <store> <file>'))
    .description('导入拒付：每行“订单,fraud”或“订单,honest” / import chargebacks')
    .action((id: string, file: string, options: ActOptions, command: Command) =>
      run(command, async (shell) => {
        const labels = await readLabels(file)
        const done = await withContext(shell, async (context, server) => {
          const store = (await server.getStore(context, id)).id
          const permission = 'trade:write' as const
          const caller = await actingCaller(shell, { context, server, store, options, permission })
          return server.risk.labelOrders(context, caller, labels)
        })
        shell.answer(done, () =>
          shell.say({
            zh: `已标注 ${done.labelled} 单；没有判定过：${done.unknown.join('、') || '无'}`,
            en: `${done.labelled} labelled; never judged: ${done.unknown.join(', ') || 'none'}`,
          }),
        )
      }),
    )
}

type TrainOptions = ActOptions & { verify: number; deny: number; reason: string }

function addTrain(risk: Command, run: RunCommand): void {
  addAsOption(risk.command('train <store>'))
    .description('从本店订单学习新版本 / learn a new version from the shop’s orders')
    .option('--verify <share>', '最多验证的正常订单比例 / honest orders checked at most', parseShare, 0.02)
    .option('--deny <share>', '最多拒绝的正常订单比例 / honest orders refused at most', parseShare, 0.0005)
    .requiredOption('--reason <words>', '原因 / reason')
    .action((id: string, { verify, deny, reason, ...options }: TrainOptions, command: Command) =>
      run(command, async (shell) => {
        const standing = await withContext(shell, async (context, server) => {
          const store = (await server.getStore(context, id)).id
          const permission = 'plan:write' as const
          const caller = await actingCaller(shell, { context, server, store, options, permission })
          await server.risk.trainVersion(context, caller, { verifyShareMax: verify, denyShareMax: deny, reason })
          return server.risk.readStanding(context, store)
        })
        shell.answer(standing, () => standingText(standing, shell))
      }),
    )
}

function addActivate(risk: Command, run: RunCommand): void {
  addAsOption(risk.command('activate <store>'))
    .description('申请生效、回滚或停用（0）/ ask to put in force, roll back, or switch off (0)')
    .requiredOption('--card <n>', '评分卡版本；0 停用 / version of the scorecard; 0 for none', parseWhole)
    .requiredOption('--reason <words>', '原因 / reason')
    .action(
      (id: string, { card, reason, ...options }: ActOptions & { card: number; reason: string }, command: Command) =>
        run(command, async (shell) => {
          const done = await withContext(shell, async (context, server) => {
            const store = (await server.getStore(context, id)).id
            const permission = 'plan:write' as const
            const caller = await actingCaller(shell, { context, server, store, options, permission })
            return server.risk.putInForce(context, caller, { version: card, reason })
          })
          shell.answer(done, () =>
            done.performed
              ? shell.say({ zh: '已生效', en: 'in force' })
              : shell.say({ zh: `等第二个人批准：${done.request}`, en: `waits for a second person: ${done.request}` }),
          )
        }),
    )
}

/** `zhanggui risk`: by which scorecard orders are judged, and what they turned out to be. */
export function addRiskCommands(program: Command, run: RunCommand): void {
  const risk = program.command('risk').description('支付风控 / payment risk')
  addReading(risk, run)
  addPreview(risk, run)
  addLabel(risk, run)
  addTrain(risk, run)
  addActivate(risk, run)
  addAccountCommands(risk, run)
}
