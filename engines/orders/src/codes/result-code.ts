/**
 * How a command was answered, as one closed list. Refusals stand in the order of their checks, so where several apply the
 * first is given (docs/order-core.md says where the undecided ones stand among them). Numbers are on the wire and in journals:
 * they never change, and new ones are added at the end of their group.
 *
 * Groups, by number:
 * - 1–15 accepted: the state changed as asked.
 * - 16–47 undecided: nothing changed and nothing is remembered; the same id may be sent again and may be answered otherwise.
 * - 48–127 refused: no stock, order or limit changed; the id is remembered and always answered the same within the retention.
 */
export const RESULT = {
  accepted: 1,
  accepted_late: 2,
  refund_due: 3,

  frame_damaged: 16,
  frame_too_large: 17,
  version_unsupported: 18,
  command_malformed: 19,
  kind_unknown: 20,
  busy: 21,
  journal_failed: 22,
  too_old: 23,
  from_future: 24,
  id_reused: 25,
  core_full: 26,
  not_open_yet: 27,
  ticket_missing: 28,
  ticket_waiting: 29,
  verification_needed: 30,

  order_exists: 48,
  quantity_invalid: 49,
  item_unknown: 50,
  item_closed: 51,
  price_changed: 52,
  coupon_changed: 53,
  terms_invalid: 54,
  blocked: 55,
  risk_denied: 56,
  out_of_stock: 57,
  coupon_used_up: 58,
  gift_gone: 59,
  buyer_limit: 60,
  address_limit: 61,
  order_unknown: 62,
  deposit_missing: 63,
  deposit_unexpected: 64,
  balance_not_open: 65,
  amount_differs: 66,
  already_paid: 67,
  already_released: 68,
  already_lapsed: 69,
  already_refunded: 70,
  order_unpaid: 71,
  line_unknown: 72,
  return_exceeds: 73,
  item_exists: 74,
  stock_below_zero: 75,
  gate_unknown: 76,
  source_limit: 77,
  model_invalid: 78,
} as const

export type ResultCode = keyof typeof RESULT
export type ResultNumber = (typeof RESULT)[ResultCode]

const FIRST_UNDECIDED = 16
const FIRST_REFUSED = 48

const BY_NUMBER: ReadonlyMap<number, ResultCode> = new Map(
  (Object.keys(RESULT) as ResultCode[]).map((code) => [RESULT[code], code]),
)

/** The word of a number read from the wire; `undefined` for a number this version does not know. */
export const resultCodeOf = (number: number): ResultCode | undefined => BY_NUMBER.get(number)

/** Every code in the order of checks. */
export const RESULT_CODES: readonly ResultCode[] = [...BY_NUMBER.values()]

export const isAccepted = (number: number): boolean => number > 0 && number < FIRST_UNDECIDED

/** A decided command is remembered under its id; an undecided one left no trace. */
export const isDecided = (number: number): boolean => number < FIRST_UNDECIDED || number >= FIRST_REFUSED
