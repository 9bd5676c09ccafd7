import type { Page } from '../../app/page.ts'

export const budgetPages: readonly Page[] = []
