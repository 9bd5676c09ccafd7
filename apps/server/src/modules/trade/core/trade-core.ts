import type { CoreFigures } from '@zhanggui/contract'
import type { Answer, Command, Id, ItemStock, Lapse, OrderView } from '@zhanggui/orders'
import type { WirePlace } from '../wire/wire-server.ts'

/**
 * The order core of one shop, wherever it runs. What a command means and how it is answered is the engine's
 * (docs/order-core.md); this is how to reach it.
 */
export type TradeCore = {
  /**
   * One answer a command, in their order, once they would survive a crash. Commands of one call are decided one after another
   * with nothing in between as long as they fit one frame; each stands alone, a refusal does not touch the others.
   * Never rejects for what a command says or for a disk: those are answers (`command_malformed`, `busy`, `journal_failed`).
   * Errors: `ApiFailure` `trade_stopped` once the core is closed.
   */
  submit(commands: readonly Command[]): Promise<readonly Answer[]>
  /** Stock of an item by state; `undefined`: never opened. */
  readItem(item: number): Promise<ItemStock | undefined>
  /** `undefined`: no order of this id, or it is past its retention. */
  readOrder(id: Id): Promise<OrderView | undefined>
  /**
   * Told of every order that lapses while the core runs, after the lapse is final. What lapsed while nobody listened is not
   * told again: whoever keeps a state of its own compares it by `readOrder` when it starts. Gives the end of listening.
   */
  onLapse(listener: (lapse: Lapse) => void): () => void
  figures(): Promise<CoreFigures>
  /** Answers what is under way, then lets the disk go. Safe to call twice. */
  close(): Promise<void>
}

/** A core of this installation, which can serve binary frames itself. */
export type LocalCore = TradeCore & {
  /**
   * Listens until the core is closed. Gives the port, where it is one.
   * Errors: rejects with what the system says when the place cannot be listened on.
   */
  listen(place: WirePlace, authenticate: (key: string) => Promise<boolean>): Promise<number | undefined>
}
