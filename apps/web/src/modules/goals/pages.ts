import type { Page } from '../../app/page.ts'

export const goalsPages: readonly Page[] = []
