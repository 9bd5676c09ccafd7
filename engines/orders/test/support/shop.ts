import {
  type Admission,
  type AdmissionOptions,
  type Answer,
  apply,
  type Command,
  type CommandBody,
  type CommandOf,
  createAdmission,
  encodeFrame,
  type Id,
  type ItemKind,
  type ItemStock,
  NO_SIGNALS,
  NO_TERMS,
  readAnswer,
  readItem,
  SMALL_OPTIONS,
  type Terms,
} from '../../src/index.ts'

export const NOON = 1_794_369_600_000

export const idOf = (n: number): Id => [n, 0, 0, 1]

type ReserveWish = Partial<Omit<CommandOf<'reserve'>, 'kind' | 'lines'>> & {
  lines: readonly {
    item: number
    quantity?: number
    version?: number
    gift?: { alternative: number; mayBeMissing: boolean }
  }[]
}

/** A reserve of which a test names what matters; buyer 1, 99 yuan, nothing special otherwise. */
export function reserveOf({ lines, ...wish }: ReserveWish): CommandBody {
  return {
    kind: 'reserve',
    buyer: [1, 0],
    address: [0, 0],
    amountCents: 9_900,
    holdMs: 0,
    paid: false,
    signals: NO_SIGNALS,
    ...wish,
    lines: lines.map((line) => ({ quantity: 1, version: 0, ...line })),
  }
}

/** A shop in memory for a test: every command gets the next id, and time stands still unless told. */
export class Shop {
  readonly core: Admission
  now = NOON
  private count = 0

  constructor(options: Partial<AdmissionOptions> = {}) {
    this.core = createAdmission({ ...SMALL_OPTIONS, ...options })
  }

  open(
    item: number,
    itemKind: ItemKind,
    stock: number,
    terms: Partial<Terms> = {},
    parts: [number, number][] = [],
  ): Answer {
    const made = parts.map(([part, units]) => ({ item: part, units }))
    return this.send({ kind: 'openItem', item, itemKind, stock, terms: { ...NO_TERMS, ...terms }, parts: made })
  }

  /** Sends one command under the next id, or under its own. */
  send(body: CommandBody & { id?: Id; issuedAt?: number }): Answer {
    this.count++
    const command: Command = { id: idOf(this.count), issuedAt: this.now, ...body }
    apply(this.core, encodeFrame([command]), this.now)
    return readAnswer(this.core.answers, 0)
  }

  reserve(wish: ReserveWish & { id?: Id; issuedAt?: number }): Answer {
    const { id, issuedAt, ...rest } = wish
    return this.send({ ...reserveOf(rest), ...(id && { id }), ...(issuedAt && { issuedAt }) })
  }

  /** Id of the last command sent: an order's id, after a reserve. */
  get lastId(): Id {
    return idOf(this.count)
  }

  item(item: number): ItemStock {
    const stock = readItem(this.core, item)
    if (!stock) throw new Error(`Item ${item} is not open`)
    return stock
  }
}
