import { useSyncExternalStore } from 'react'
import { type Preferences, parsePreferences } from './preferences.ts'

const KEY = 'zhanggui.preferences'
const listeners = new Set<() => void>()
let current: Preferences | undefined

function read(): Preferences {
  current ??= parsePreferences(localStorage.getItem(KEY))
  return current
}

function refresh(): void {
  current = undefined
  for (const listener of listeners) listener()
}

function subscribe(onChange: () => void): () => void {
  // `storage` tells the other tabs of the same person.
  if (listeners.size === 0) window.addEventListener('storage', refresh)
  listeners.add(onChange)
  return () => {
    listeners.delete(onChange)
    if (listeners.size === 0) window.removeEventListener('storage', refresh)
  }
}

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, read)

export function setPreferences(change: Partial<Preferences>): void {
  localStorage.setItem(KEY, JSON.stringify({ ...read(), ...change }))
  refresh()
}

/** For code outside React, such as the API client's `Accept-Language`. */
export const getPreferences = (): Preferences => read()
