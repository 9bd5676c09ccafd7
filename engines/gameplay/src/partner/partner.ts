import { type BusinessDay, err, ok } from '@zhanggui/kernel'
import type { SettingProblem } from '../game/game.ts'
import { problem } from '../game/settings.ts'
import { count, day, type Field, flag, money, optional, rows, text, type ValuesOf } from '../programme/field.ts'
import { type Entry, payableTo, reversal, transfer } from '../programme/ledger.ts'
import {
  type Fact,
  happened,
  type Programme,
  type ProgrammeAnswer,
  type ProgrammeStep,
} from '../programme/programme.ts'
import { checkWindow, outsideWindow } from '../programme/window.ts'

/** Stands for the shop itself wherever a partner is named. */
export const SHOP = 'shop'

const partner = text('伙伴编号', 'Partner id', 'cafe', { max: 40 })
const benefit = text('权益编号', 'Benefit id', 'latte', { max: 40 })
const TERMS = {
  fromDay: day('开始日', 'First day', 0),
  throughDay: day('结束日（含）', 'Last day', 180),
  partners: rows('合作伙伴', 'Partners', {
    fields: { partner, name: text('名称', 'Name', '街角咖啡', { max: 80 }) },
    example: [{ partner: 'cafe', name: '街角咖啡' }],
    max: 50,
  }),
  benefits: rows('权益', 'Benefits', {
    fields: {
      benefit,
      name: text('名称', 'Name', '拿铁一杯', { max: 80 }),
      owner: text('由谁提供', 'Given by', 'cafe', { max: 40 }),
      priceCents: money('每次结算价', 'Price of a use', 1200),
      perMemberMax: count('每人次数', 'Uses a member', 4, { min: 1, max: 1000 }),
    },
    example: [
      { benefit: 'latte', name: '拿铁一杯', owner: 'cafe', priceCents: 1200, perMemberMax: 4 },
      { benefit: 'sample', name: '小样一份', owner: SHOP, priceCents: 500, perMemberMax: 1 },
    ],
    max: 200,
  }),
}
type Terms = ValuesOf<typeof TERMS>
type Benefit = Terms['benefits'][number]
type Use = {
  benefit: string
  from: string
  to: string
  cents: number
  isNew: boolean
  day: BusinessDay
  isReversed: boolean
}
type Desk = { cards: number; uses: number; newCustomers: Readonly<Record<string, number>> }
type State = { memberOf: string; uses: readonly Use[] }
type Answer = ProgrammeAnswer<Desk, State>

const ISSUE = { memberOf: text('谁的会员（本店写 shop）', 'Member of (shop: this shop)', SHOP, { max: 40 }) }
const USE = {
  benefit,
  isNewCustomer: optional(
    flag('对方的新客（本店权益由订单判断）', 'New customer (own benefits: by orders)', false),
  ) as Field<boolean | null>,
}
const REVERSE = { use: count('第几次使用', 'Which use', 1, { min: 1, max: 100_000 }) }

const isParty = ({ partners }: Terms, id: string): boolean =>
  id === SHOP || partners.some(({ partner }) => partner === id)

/** Whoever's member uses a benefit pays whoever gives it; what partners owe each other passes through the shop's books. */
const useEntry = (caseId: string, number: number, use: Use): Entry =>
  transfer(`${caseId}/use/${number}`, `使用权益 ${use.benefit}`, {
    from: use.to === SHOP ? 'income' : payableTo(use.to),
    to: use.from === SHOP ? 'cost' : payableTo(use.from),
    cents: use.cents,
  })

const addNew = ({ newCustomers }: Desk, { to, isNew }: Use, by: 1 | -1): Desk['newCustomers'] =>
  isNew ? { ...newCustomers, [to]: (newCustomers[to] ?? 0) + by } : newCustomers

function issue({ terms, desk, buyer, command, moment }: ProgrammeStep<Terms, Desk, State, typeof ISSUE>): Answer {
  const outside = outsideWindow(terms, moment.day)
  if (outside) return err(outside)
  if (!isParty(terms, command.memberOf)) return err({ code: 'unknown_choice' })
  if ((buyer?.cases ?? 0) > 0) return err({ code: 'buyer_limit' })
  return ok(happened({ desk: { ...desk, cards: desk.cards + 1 }, state: { memberOf: command.memberOf, uses: [] } }))
}

const usesOf = ({ uses }: State, { benefit: id }: Benefit): number =>
  uses.filter((use) => use.benefit === id && !use.isReversed).length

function useBenefit(step: ProgrammeStep<Terms, Desk, State, typeof USE>): Answer {
  const { terms, desk, state, caseId, buyer, command, moment } = step
  const outside = outsideWindow(terms, moment.day)
  if (outside) return err(outside)
  const used = terms.benefits.find(({ benefit: id }) => id === command.benefit)
  if (!state || !used) return err({ code: 'unknown_choice' })
  if (used.owner === state.memberOf) return err({ code: 'not_taking_part' })
  if (usesOf(state, used) >= used.perMemberMax) return err({ code: 'buyer_limit' })
  // Whether somebody is new in this shop is for its own orders to say, never for a partner.
  const isNew = used.owner === SHOP ? buyer?.isNew === true : command.isNewCustomer === true
  const met = state.uses.some((use) => use.to === used.owner && use.isNew && !use.isReversed)
  const use: Use = {
    benefit: used.benefit,
    from: state.memberOf,
    to: used.owner,
    cents: used.priceCents,
    isNew: isNew && !met,
    day: moment.day,
    isReversed: false,
  }
  const uses = [...state.uses, use]
  return ok(
    happened(
      { desk: { ...desk, uses: desk.uses + 1, newCustomers: addNew(desk, use, 1) }, state: { ...state, uses } },
      { entries: [useEntry(caseId, uses.length, use)] },
    ),
  )
}

function reverse({ desk, state, caseId, command }: ProgrammeStep<Terms, Desk, State, typeof REVERSE>): Answer {
  const use = state?.uses[command.use - 1]
  if (!state || !use) return err({ code: 'unknown_choice' })
  if (use.isReversed) return err({ code: 'wrong_state' })
  const uses = state.uses.map((other) => (other === use ? { ...use, isReversed: true } : other))
  const entry = reversal(
    `${caseId}/use/${command.use}/back`,
    `撤销权益 ${use.benefit}`,
    useEntry(caseId, command.use, use),
  )
  return ok(
    happened(
      { desk: { ...desk, uses: desk.uses - 1, newCustomers: addNew(desk, use, -1) }, state: { ...state, uses } },
      { entries: [entry] },
    ),
  )
}

function checkTerms(terms: Terms): SettingProblem[] {
  const { partners, benefits } = terms
  const isTwice = (ids: readonly string[]) => new Set(ids).size < ids.length
  const twice = (field: string) => problem(field, 'twice', '编号不能重复', 'an id may stand here only once')
  return [
    ...checkWindow(terms),
    ...(isTwice([SHOP, 'buyers', ...partners.map(({ partner: id }) => id)]) ? [twice('partners')] : []),
    ...(isTwice(benefits.map(({ benefit: id }) => id)) ? [twice('benefits')] : []),
    ...benefits.flatMap(({ owner }, i) =>
      isParty(terms, owner)
        ? []
        : [problem(`benefits[${i}].owner`, 'unknown_partner', `没有伙伴“${owner}”`, `there is no partner "${owner}"`)],
    ),
  ]
}

const nameOf = ({ partners }: Terms, id: string): { zh: string; en: string } => {
  const name = partners.find(({ partner: known }) => known === id)?.name
  return name === undefined ? { zh: '本店', en: 'this shop' } : { zh: name, en: name }
}

const published = (terms: Terms, desk: Desk): Fact[] => [
  { zh: '已发卡', en: 'Cards', unit: 'count', value: desk.cards },
  { zh: '已用权益', en: 'Benefits used', unit: 'count', value: desk.uses },
  ...[SHOP, ...terms.partners.map(({ partner: id }) => id)].map((id): Fact => {
    const { zh, en } = nameOf(terms, id)
    return { zh: `${zh}新客`, en: `New customers of ${en}`, unit: 'count', value: desk.newCustomers[id] ?? 0 }
  }),
]

/** 联名权益卡 and exchanged rights (异业): members of one side use what the other gives; the side they belong to pays. */
export const partnerCard: Programme<Terms, Desk, State> = {
  programme: 'partnerCard',
  zh: '联名权益',
  en: 'Partner benefits',
  about: {
    zh: '会员互用权益，按约定价双向记账，按伙伴出对账单并统计各自新客。',
    en: 'Members use the benefits of the other side at an agreed price; both ways are settled and new customers counted.',
  },
  caseName: { zh: '卡号', en: 'Card' },
  terms: TERMS,
  commands: {
    issueCard: { zh: '发卡', en: 'Issue a card', needsBuyer: true, opens: 'new', fields: ISSUE, play: issue },
    useBenefit: { zh: '使用权益', en: 'Use a benefit', needsBuyer: true, opens: 'no', fields: USE, play: useBenefit },
    reverseUse: {
      zh: '撤销一次使用',
      en: 'Reverse a use',
      needsBuyer: false,
      opens: 'no',
      fields: REVERSE,
      play: reverse,
    },
  },
  statuses: { issued: { zh: '已发卡', en: 'Issued' }, used: { zh: '使用中', en: 'In use' } },
  accounts: (terms) => ({
    cost: { zh: '本店会员的权益成本', en: 'Benefits used by own members' },
    income: { zh: '伙伴会员的权益收入', en: 'Benefits used by members of partners' },
    ...Object.fromEntries(
      terms.partners.map(({ partner: id, name }) => [payableTo(id), { zh: `应付 ${name}`, en: `Owed to ${name}` }]),
    ),
  }),
  check: checkTerms,
  start: () => ({ cards: 0, uses: 0, newCustomers: {} }),
  tick: ({ desk, state }) => happened({ desk, state }),
  statusOf: ({ uses }) => (uses.length > 0 ? 'used' : 'issued'),
  published,
  caseFacts: ({ terms, state }) => [
    { zh: '谁的会员', en: 'Member of', unit: 'name', value: nameOf(terms, state.memberOf) },
    ...state.uses.map(
      (use, i): Fact => ({
        zh: `第 ${i + 1} 次：${use.benefit}${use.isReversed ? '（已撤销）' : ''}`,
        en: `Use ${i + 1}: ${use.benefit}${use.isReversed ? ' (reversed)' : ''}`,
        unit: 'money',
        value: use.cents,
      }),
    ),
  ],
  isDrawn: () => false,
}
