import { PlaceShopOrder, type ShopOrder, ShopOrderCommand, ShopOrderStage } from '@zhanggui/contract'
import { type Command, Option } from 'commander'
import { type ActOptions, addAsOption } from '../../act-as.ts'
import { renderTable } from '../../output/render-table.ts'
import { readJsonFile } from '../../read-json-file.ts'
import type { RunCommand } from '../../run-command.ts'
import type { Shell } from '../../shell.ts'
import { moneyText } from '../promotions/figures.ts'
import { addCheckout } from './checkout.ts'
import { addLaunches } from './launches.ts'
import { addLosses } from './losses.ts'
import { orderText, stageText } from './order-text.ts'
import { addReminders } from './reminders.ts'
import { withOrders } from './with-orders.ts'

const COLUMNS = [
  { header: '订单 order', align: 'left' },
  { header: '状态 stage', align: 'left' },
  { header: '应付 payable', align: 'right' },
  { header: '实收 kept', align: 'right' },
  { header: '包裹 parcels', align: 'right' },
  { header: '售后 after-sale', align: 'right' },
  { header: '下单 placed', align: 'left' },
] as const

const row =
  (shell: Shell) =>
  ({ orderId, stage, payableCents, keptCents, parcels, lateParcels, openCases, placedAt }: ShopOrder): string[] => [
    orderId,
    stageText(shell, stage),
    moneyText(shell, payableCents),
    moneyText(shell, keptCents),
    lateParcels > 0 ? `${parcels} ⚠${lateParcels}` : String(parcels),
    String(openCases),
    placedAt,
  ]

type ListOptions = { stage?: ShopOrderStage; needs?: 'afterSale' | 'late'; search?: string }

function addList(order: Command, run: RunCommand): void {
  order
    .command('list <store>')
    .description('订单，最新在前 / orders, newest first')
    .addOption(new Option('--stage <stage>', '只看某种状态 / at one stage').choices(ShopOrderStage.options))
    .addOption(new Option('--needs <what>', '只看要处理的 / only what needs somebody').choices(['afterSale', 'late']))
    .option('--search <text>', '订单号开头 / beginning of the number')
    .action((store: string, options: ListOptions, command: Command) =>
      run(command, async (shell) => {
        const page = await withOrders(shell, { store, options: {}, permission: 'plan:read' }, (context, api, as) =>
          api.listShopOrders(context, as.store.id, { limit: 200, offset: 0, ...options }),
        )
        shell.answer(page, () => renderTable(COLUMNS, page.orders.map(row(shell))))
      }),
    )
}

function addShow(order: Command, run: RunCommand): void {
  order
    .command('show <store> <order>')
    .description('一个订单的全部经过 / one order with its whole story')
    .action((store: string, orderId: string, _options: object, command: Command) =>
      run(command, async (shell) => {
        const found = await withOrders(shell, { store, options: {}, permission: 'plan:read' }, (context, api, as) =>
          api.readShopOrder(context, { store: as.store.id, orderId }),
        )
        shell.answer(found, () => orderText(shell, found))
      }),
    )
}

function addPlace(order: Command, run: RunCommand): void {
  addAsOption(order.command('place <store> <file>'))
    .description('由 JSON 文件下单：计价、锁券、占库存、判风险 / place an order from a JSON file')
    .action((store: string, file: string, options: ActOptions, command: Command) =>
      run(command, async (shell) => {
        const asked = await readJsonFile(file, PlaceShopOrder)
        const placed = await withOrders(shell, { store, options, permission: 'trade:write' }, (context, api, as) =>
          api.placeShopOrder(context, as.store, asked),
        )
        shell.answer(
          placed,
          () => `${placed.orderId}  ${stageText(shell, placed.stage)}  ${moneyText(shell, placed.payableCents)}`,
        )
      }),
    )
}

function addPay(order: Command, run: RunCommand): void {
  addAsOption(order.command('pay <store> <order>'))
    .description('向健康且便宜的支付服务商发起付款 / ask the provider that is well and cheapest')
    .action((store: string, orderId: string, options: ActOptions, command: Command) =>
      run(command, async (shell) => {
        const started = await withOrders(shell, { store, options, permission: 'trade:write' }, (context, api, as) =>
          api.payShopOrder(context, { store: as.store.id, orderId }),
        )
        shell.answer(
          started,
          () => `${started.attemptId}  ${started.provider}  ${moneyText(shell, started.cents)}  ${started.state}`,
        )
      }),
    )
}

function addTell(order: Command, run: RunCommand): void {
  addAsOption(order.command('tell <store> <order> <file>'))
    .description(
      '由 JSON 文件让订单走一步：发货、签收、取消、售后 / one step from a JSON file: send, deliver, cancel, after-sale',
    )
    .action((store: string, orderId: string, file: string, options: ActOptions, command: Command) =>
      run(command, async (shell) => {
        const asked = await readJsonFile(file, ShopOrderCommand)
        const told = await withOrders(shell, { store, options, permission: 'trade:write' }, (context, api, as) =>
          api.commandOrder(context, { store: as.store.id, orderId }, { command: asked, actor: as.actor }),
        )
        shell.answer(told, () => orderText(shell, told))
      }),
    )
}

/** `zhanggui order …`: orders of a shop from the cart to after-sale. */
export function addOrderCommands(program: Command, run: RunCommand): void {
  const order = program
    .command('order')
    .description('订单：下单、付款、发货、售后 / orders from the cart to after-sale')
  for (const add of [addList, addShow, addPlace, addPay, addTell, addReminders, addCheckout, addLosses, addLaunches])
    add(order, run)
}
