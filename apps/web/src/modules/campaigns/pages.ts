import type { Page } from '../../app/page.ts'

export const campaignsPages: readonly Page[] = []
