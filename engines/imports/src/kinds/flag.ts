import type { FieldKind } from '../field-kind.ts'
import { isBlank } from './blank.ts'

/** Yes or no, in the words that exports use. */
export const FLAG: FieldKind = {
  id: 'flag',
  type: 'Nullable(UInt8)',
  value: (cell) =>
    `multiIf(lower(trimBoth(${cell})) IN ('1', 'true', 'yes', 'y', '是', '有', '手机订单', '手机', '上架', '出售中', '在售'), 1, lower(trimBoth(${cell})) IN ('0', 'false', 'no', 'n', '否', '下架', '仓库中', '已下架'), 0, NULL)`,
  fault: { code: 'not_yes_or_no', when: (cell, value) => `isNull(${value}) AND NOT ${isBlank(cell)}` },
}
