const KEY = 'zhanggui.store'

/** The shop that was open last on this device. */
export const rememberedStore = (): string | null => localStorage.getItem(KEY)
export const rememberStore = (store: string): void => localStorage.setItem(KEY, store)
