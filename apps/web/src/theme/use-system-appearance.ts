import { useSyncExternalStore } from 'react'
import type { Appearance } from './palette.ts'

const query = () => window.matchMedia('(prefers-color-scheme: dark)')

function subscribe(onChange: () => void): () => void {
  const media = query()
  media.addEventListener('change', onChange)
  return () => media.removeEventListener('change', onChange)
}

/** What the operating system asks for, followed live. */
export const useSystemAppearance = (): Appearance =>
  useSyncExternalStore(subscribe, () => (query().matches ? 'dark' : 'light'))
