import { type PlaybookBody, Role } from '@zhanggui/contract'
import { describePlaybook, type Naming, ownNames, type Playbook } from '@zhanggui/playbooks'
import { ROLE_PERMISSIONS } from '../../../admin/role-permissions.ts'
import { writeFigure } from '../../../live/alerts/rules/rule-words.ts'
import { findWatched } from '../../../live/alerts/series/watched-metric.ts'

export const playbookOf = (id: string, body: PlaybookBody): Playbook => ({ id, ...body })

const naming: Naming = (kind, id, language) => {
  const role = Role.safeParse(id)
  if (kind !== 'role' || !role.success) return ownNames(kind, id, language)
  const { nameZh, nameEn } = ROLE_PERMISSIONS[role.data]
  return language === 'zh' ? nameZh : nameEn
}

/** A playbook as one plain sentence in both languages, its figures written in the unit of its metric. */
export function sentencesOf(id: string, body: PlaybookBody): { zh: string; en: string } {
  const { trigger } = body
  const watched = trigger.kind === 'condition' ? findWatched(trigger.condition.metric) : undefined
  const words = (name: string, language: 'zh' | 'en') => ({
    name,
    write: (value: number) => writeFigure(value, watched?.unit ?? 'count', language),
  })
  const playbook = playbookOf(id, body)
  return {
    zh: describePlaybook(playbook, words(watched?.nameZh ?? '', 'zh'), 'zh', naming),
    en: describePlaybook(playbook, words(watched?.nameEn ?? '', 'en'), 'en', naming),
  }
}
