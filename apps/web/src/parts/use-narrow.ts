import { useMedia } from '../theme/use-media.ts'

/** True on phones, where tables turn into cards. */
export const useNarrow = (): boolean => useMedia('(max-width: 720px)')
