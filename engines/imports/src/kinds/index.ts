import type { FieldKind } from '../field-kind.ts'
import { COUNT } from './count.ts'
import { DAY } from './day.ts'
import { BRAND_ACTION, EVENT_TYPE, IJCAI_ACTION } from './event-type.ts'
import { FLAG } from './flag.ts'
import { IDENTIFIER } from './identifier.ts'
import { INSTANT, UNIX_SECONDS } from './instant.ts'
import { MASKED_TEXT } from './masked-text.ts'
import { MONEY, UNIT_PRICE } from './money.ts'
import { ORDER_STATUS } from './order-status.ts'
import { PERSON } from './person.ts'
import { CITY, PROVINCE, REGION } from './place.ts'
import { NUMBER, RATIO } from './ratio.ts'
import { TEXT } from './text.ts'

/** Every field kind by its id. */
export const FIELD_KINDS = {
  text: TEXT,
  identifier: IDENTIFIER,
  person: PERSON,
  money: MONEY,
  unitPrice: UNIT_PRICE,
  count: COUNT,
  number: NUMBER,
  ratio: RATIO,
  instant: INSTANT,
  unixSeconds: UNIX_SECONDS,
  day: DAY,
  flag: FLAG,
  orderStatus: ORDER_STATUS,
  eventType: EVENT_TYPE,
  brandAction: BRAND_ACTION,
  ijcaiAction: IJCAI_ACTION,
  province: PROVINCE,
  city: CITY,
  region: REGION,
  maskedText: MASKED_TEXT,
} as const satisfies Record<string, FieldKind>

export type FieldKindId = keyof typeof FIELD_KINDS
