import type { ImportFormat } from '../import-format.ts'
import { ALIMAMA_REPORTS } from './alimama.ts'
import { ONLINE_RETAIL_II } from './online-retail-ii.ts'
import { COMPLETEJOURNEY_PRODUCTS, DOUBLE11_BEAUTY, ITEM_PUBLISH_TEMPLATE, SHOP_ITEMS } from './products.ts'
import { IJCAI15_LOG, TMALL_BRAND_BEHAVIOUR } from './public-behaviour.ts'
import { CDNOW, COMPLETEJOURNEY, MUM_BABY } from './public-orders.ts'
import { REVIEWS_10_CATS, SYCM_REVIEWS } from './public-reviews.ts'
import { QIANNIU_ITEMS } from './qianniu-items.ts'
import { QIANNIU_ORDERS, QIANNIU_ORDERS_2022 } from './qianniu-orders.ts'
import { SYCM_ITEMS, SYCM_SHOP, SYCM_SOURCES } from './sycm.ts'
import { TAOBAO_USERBEHAVIOR } from './taobao-userbehavior.ts'
import { TAOBAOKE_ITEMS } from './taobaoke.ts'
import { TMALL_ORDERS_2020 } from './tmall-orders-2020.ts'

/** Every known file form; where two fit, the one with the longer signature wins, then the earlier. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [
  QIANNIU_ORDERS_2022,
  QIANNIU_ORDERS,
  QIANNIU_ITEMS,
  SYCM_SHOP,
  SYCM_ITEMS,
  SYCM_SOURCES,
  SYCM_REVIEWS,
  ...ALIMAMA_REPORTS,
  TAOBAOKE_ITEMS,
  ITEM_PUBLISH_TEMPLATE,
  SHOP_ITEMS,
  TMALL_ORDERS_2020,
  ONLINE_RETAIL_II,
  TAOBAO_USERBEHAVIOR,
  TMALL_BRAND_BEHAVIOUR,
  IJCAI15_LOG,
  COMPLETEJOURNEY,
  COMPLETEJOURNEY_PRODUCTS,
  CDNOW,
  MUM_BABY,
  REVIEWS_10_CATS,
  DOUBLE11_BEAUTY,
]
