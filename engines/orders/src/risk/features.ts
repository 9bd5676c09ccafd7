import { HISTORY, LINE, pairAt, RESERVE, SIGNAL } from '../frame/layout.ts'
import type { Admission } from '../state/admission.ts'
import { countRequest, recentCount, VELOCITY } from './velocity.ts'

/** What a scorecard can look at, by number. Numbers are on the wire and in journals. */
export const FEATURE = {
  /** Requests within the last seconds (halved every 8 s), by whom they came from. */
  buyerRequests: 0,
  deviceRequests: 1,
  sourceRequests: 2,
  addressRequests: 3,
  /** Orders of the buyer that lapsed unpaid (halved every hour). */
  buyerLapses: 4,
  accountAgeDays: 5,
  amountYuan: 6,
  units: 7,
  newAddress: 8,
  newDevice: 9,
  proxyNetwork: 10,
  /** 0–23, Asia/Shanghai. */
  hourOfDay: 11,
  /** The amount in sixteenths of what the buyer usually spends; 0: not known. */
  amountToUsual: 12,
  /** Share of earlier orders that turned out to be frauds, 255 for all of them. */
  buyerFraud: 13,
  sourceFraud: 14,
  deviceFraud: 15,
} as const
export type FeatureName = keyof typeof FEATURE
export const FEATURE_COUNT = 16

const HOUR_MS = 3_600_000
const SHANGHAI_HOURS = 8
const AMOUNT_MAX_YUAN = 10_000_000

function unitsOf(frame: Int32Array, at: number, lines: number): number {
  let units = 0
  for (let i = 0; i < lines; i++) units += frame[at + RESERVE.lines + i * LINE.words + LINE.quantity] as number
  return units
}

/** Reads the features of a reserve at `at` into `into`; counts the request under its four keys. */
export function readFeatures(core: Admission, frame: Int32Array, at: number, lines: number, into: Int32Array): void {
  const now = core.clock[0] as number
  const b0 = frame[at + RESERVE.buyer] as number
  const b1 = frame[at + RESERVE.buyer + 1] as number
  const signals = frame[at + RESERVE.signals] as number
  into[FEATURE.buyerRequests] = countRequest(core, b0, b1, VELOCITY.buyer, now)
  into[FEATURE.deviceRequests] = countAt(core, frame, at + RESERVE.device, VELOCITY.device, now)
  into[FEATURE.sourceRequests] = countAt(core, frame, at + RESERVE.source, VELOCITY.source, now)
  into[FEATURE.addressRequests] = countAt(core, frame, at + RESERVE.address, VELOCITY.address, now)
  into[FEATURE.buyerLapses] = recentCount(core, b0, b1, VELOCITY.lapses, now)
  into[FEATURE.accountAgeDays] = signals >>> 16
  into[FEATURE.amountYuan] = Math.min(AMOUNT_MAX_YUAN, Math.floor(pairAt(frame, at + RESERVE.amount) / 100))
  into[FEATURE.units] = unitsOf(frame, at, lines)
  into[FEATURE.newAddress] = signals & SIGNAL.newAddress ? 1 : 0
  into[FEATURE.newDevice] = signals & SIGNAL.newDevice ? 1 : 0
  into[FEATURE.proxyNetwork] = signals & SIGNAL.proxyNetwork ? 1 : 0
  into[FEATURE.hourOfDay] = (Math.floor(now / HOUR_MS) + SHANGHAI_HOURS) % 24
  const history = frame[at + RESERVE.history] as number
  into[FEATURE.amountToUsual] = (history >>> HISTORY.amountToUsual) & 0xff
  into[FEATURE.buyerFraud] = (history >>> HISTORY.buyerFraud) & 0xff
  into[FEATURE.sourceFraud] = (history >>> HISTORY.sourceFraud) & 0xff
  into[FEATURE.deviceFraud] = (history >>> HISTORY.deviceFraud) & 0xff
}

const countAt = (core: Admission, frame: Int32Array, key: number, who: number, now: number): number =>
  countRequest(core, frame[key] as number, frame[key + 1] as number, who, now)
