/** A warehouse: `days` until a parcel is there, by province; one that is not listed takes `daysElsewhere`. `stock` by SKU; absent: not short. */
export type Warehouse = {
  warehouseId: string
  daysByProvince: Readonly<Record<string, number>>
  daysElsewhere: number
  /** Hours until a paid order is handed to the carrier. */
  dispatchHours: number
  stock?: Readonly<Record<string, number>>
}

/** `days`: how much faster or slower than the warehouse's usual time; provinces that it does not serve are `excludes`. */
export type Carrier = { carrierId: string; parcelCents: number; days: number; excludes: readonly string[] }

export const transitDays = ({ daysByProvince, daysElsewhere }: Warehouse, province: string): number =>
  daysByProvince[province] ?? daysElsewhere
