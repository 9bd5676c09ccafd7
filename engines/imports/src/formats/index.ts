import type { ImportFormat } from '../import-format.ts'
import { ONLINE_RETAIL_II } from './online-retail-ii.ts'
import { TAOBAO_USERBEHAVIOR } from './taobao-userbehavior.ts'
import { TMALL_ORDERS_2020 } from './tmall-orders-2020.ts'

/** Every known file form; where two fit, the one with the longer signature wins, then the earlier. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [ONLINE_RETAIL_II, TMALL_ORDERS_2020, TAOBAO_USERBEHAVIOR]
