import type { FieldKind } from '../field-kind.ts'
import { sqlStrings } from '../sql-text.ts'
import { isBlank } from './blank.ts'

/** 省级行政区, short names. */
export const PROVINCES = [
  '北京',
  '天津',
  '上海',
  '重庆',
  '河北',
  '山西',
  '辽宁',
  '吉林',
  '黑龙江',
  '江苏',
  '浙江',
  '安徽',
  '福建',
  '江西',
  '山东',
  '河南',
  '湖北',
  '湖南',
  '广东',
  '海南',
  '四川',
  '贵州',
  '云南',
  '陕西',
  '甘肃',
  '青海',
  '台湾',
  '内蒙古',
  '广西',
  '西藏',
  '宁夏',
  '新疆',
  '香港',
  '澳门',
] as const

const MUNICIPALITIES = ['北京', '天津', '上海', '重庆']

/** `广东省 深圳市 南山区 科技园…` → `广东`. What is no Chinese province (a country, an unknown word) stays out. */
export const PROVINCE: FieldKind = {
  id: 'province',
  type: 'Nullable(String)',
  personal: true,
  value: (cell) => `nullIf(arrayFirst(p -> startsWith(trimBoth(${cell}), p), ${sqlStrings(PROVINCES)}), '')`,
  fault: null,
}

/** `广东省 深圳市 南山区 科技园…` → `深圳市`; nothing finer is kept. */
export const CITY: FieldKind = {
  id: 'city',
  type: 'Nullable(String)',
  personal: true,
  value: (cell) => `nullIf(multiIf(
    arrayExists(p -> startsWith(trimBoth(${cell}), p), ${sqlStrings(MUNICIPALITIES)}), concat(leftUTF8(trimBoth(${cell}), 2), '市'),
    extractGroups(trimBoth(${cell}), '^[^省区\\\\s]{2,8}(?:省|自治区|特别行政区)?\\\\s*([^省市区县\\\\s]{1,10}?(?:市|自治州|地区|盟))')[1]), '')`,
  fault: null,
}

/** A country or region that is given as such, not as an address. */
export const REGION: FieldKind = {
  id: 'region',
  type: 'Nullable(String)',
  value: (cell) => `if(${isBlank(cell)}, NULL, leftUTF8(trimBoth(${cell}), 60))`,
  fault: null,
}
