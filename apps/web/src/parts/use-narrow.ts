import { useSyncExternalStore } from 'react'

const media = () => window.matchMedia('(max-width: 720px)')

function subscribe(onChange: () => void): () => void {
  const query = media()
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}

/** True on phones, where tables turn into cards. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => media().matches)
