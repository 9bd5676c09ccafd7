export type { Context } from './context.ts'
export { createStore, listStores } from './modules/admin/stores.ts'
export { openContext } from './open-context.ts'
export { readSettings, type Settings } from './settings.ts'
