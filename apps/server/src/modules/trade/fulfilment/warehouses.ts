import type { Carrier, Warehouse } from '@zhanggui/orders'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { defineResource } from '../../admin/resources/define-resource.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import { integerField, jsonField, moneyField, textField } from '../../admin/resources/resource-fields.ts'

const Days = z.record(z.string().max(40), z.number().int().min(0).max(60))
const Stock = z.record(z.string().max(80), z.number().int().min(0))

/** Where goods are sent from, and how long they are on the way from there. */
export const WAREHOUSES = defineResource({
  id: 'warehouses',
  nameZh: '发货仓',
  nameEn: 'Warehouses',
  area: 'trade',
  fields: {
    name: textField({ nameZh: '名称', nameEn: 'Name', required: true, max: 60, headers: ['仓库'] }),
    dispatchHours: integerField({
      nameZh: '出库时限（小时）',
      nameEn: 'Hours until dispatch',
      required: true,
      min: 1,
      max: 720,
    }),
    daysElsewhere: integerField({ nameZh: '在途天数', nameEn: 'Days on the way', required: true, min: 0, max: 60 }),
    daysByProvince: jsonField({
      nameZh: '各省在途天数',
      nameEn: 'Days by province',
      schema: Days,
      helpZh: '如 {"浙江":1,"广东":3}；没写的省按“在途天数”',
      helpEn: 'Such as {"浙江":1,"广东":3}; provinces left out take the days on the way',
    }),
    stock: jsonField({
      nameZh: '各商品库存',
      nameEn: 'Units by SKU',
      schema: Stock,
      helpZh: '还能发的件数，安排包裹时自动扣减，包裹取消时加回；留空表示此仓不缺货',
      helpEn:
        'Units that can still be sent: parcels take from them when planned and give back when dropped. Left empty it is never short',
    }),
  },
  keyFields: ['name'],
  permissions: { read: 'plan:read', write: 'trade:write' },
})

/** Who carries parcels, at what cost, and how much faster or slower than a warehouse's usual days. */
export const CARRIERS = defineResource({
  id: 'carriers',
  nameZh: '快递公司',
  nameEn: 'Carriers',
  area: 'trade',
  fields: {
    name: textField({ nameZh: '名称', nameEn: 'Name', required: true, max: 60, headers: ['快递'] }),
    parcelCents: moneyField({ nameZh: '每单运费', nameEn: 'Cost of a parcel', required: true }),
    days: integerField({
      nameZh: '时效差（天）',
      nameEn: 'Days slower',
      min: -30,
      max: 30,
      helpZh: '比仓库的在途天数慢几天；负数表示更快',
      helpEn: 'Slower than the usual days by so many; negative is faster',
    }),
    excludes: textField({
      nameZh: '不到的省份',
      nameEn: 'Provinces not served',
      max: 400,
      helpZh: '用顿号分开',
      helpEn: 'Separated by 、 or commas',
    }),
  },
  keyFields: ['name'],
  permissions: { read: 'plan:read', write: 'trade:write' },
})

export async function readWarehouses(context: Context, store: string): Promise<Warehouse[]> {
  const rows = await readAllRows(context, WAREHOUSES, store)
  return rows.map(({ data }) => ({
    warehouseId: String(data.name),
    dispatchHours: Number(data.dispatchHours),
    daysElsewhere: Number(data.daysElsewhere),
    daysByProvince: (data.daysByProvince ?? {}) as Record<string, number>,
    ...(data.stock ? { stock: data.stock as Record<string, number> } : {}),
  }))
}

export async function readCarriers(context: Context, store: string): Promise<Carrier[]> {
  const rows = await readAllRows(context, CARRIERS, store)
  return rows.map(({ data }) => ({
    carrierId: String(data.name),
    parcelCents: Number(data.parcelCents),
    days: Number(data.days ?? 0),
    excludes: String(data.excludes ?? '')
      .split(/[、,，\s]+/)
      .filter((province) => province !== ''),
  }))
}
