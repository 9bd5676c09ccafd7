import { DOUBLE_11 } from './double-11.ts'
import { DOUBLE_12 } from './double-12.ts'
import { JUNE_618 } from './june-618.ts'
import { LOVE_520 } from './love-520.ts'
import { MEMBER_88 } from './member-88.ts'
import { MID_AUTUMN } from './mid-autumn.ts'
import { NATIONAL_DAY } from './national-day.ts'
import { NEW_YEAR_GOODS } from './new-year-goods.ts'
import type { OccasionRule } from './occasion.ts'
import { QIXI } from './qixi.ts'
import { SAVE_99 } from './save-99.ts'
import { WOMEN_38 } from './women-38.ts'

/**
 * The occasions of a Tmall/Taobao year.
 * Source: the platform's yearly announcements as reported in the trade press; evening starts (20:00) are given to the day
 * that follows, because most of the night's payments fall on it. A shop may state its own dates; these are the defaults.
 */
export const TMALL_OCCASIONS: readonly OccasionRule[] = [
  NEW_YEAR_GOODS,
  WOMEN_38,
  LOVE_520,
  JUNE_618,
  MEMBER_88,
  QIXI,
  SAVE_99,
  MID_AUTUMN,
  NATIONAL_DAY,
  DOUBLE_11,
  DOUBLE_12,
]
