import { readCategoryPaces } from '../../../live/board/category-pace.ts'
import type { Measure } from './measure.ts'

/** An exposure weight is that of the category of its name; its pace is the live one. */
export const measureExposure: Measure = async (context, { store, now }) => {
  const paces = await readCategoryPaces(context, store, now)
  return (id, fields) => {
    const pace = paces.get(id)
    return pace === undefined ? fields : { ...fields, pace }
  }
}
