import type { BusinessDay } from '@zhanggui/kernel'
import type { SettingProblem } from '../game/game.ts'
import { problem } from '../game/settings.ts'
import type { ProgrammeRefusal } from './refusal.ts'

/** Business days, both included. */
export type Window = { fromDay: BusinessDay; throughDay: BusinessDay }

/** Why nothing may begin on a day; null while the window is open. */
export const outsideWindow = ({ fromDay, throughDay }: Window, day: BusinessDay): ProgrammeRefusal | null => {
  if (day < fromDay) return { code: 'not_open_yet' }
  return day > throughDay ? { code: 'over' } : null
}

export const checkWindow = ({ fromDay, throughDay }: Window): SettingProblem[] =>
  fromDay <= throughDay
    ? []
    : [problem('throughDay', 'bad_window', '结束日不能早于开始日', 'the last day cannot be before the first')]
