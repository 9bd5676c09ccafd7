/** Goals of a new plan from last year's data. */
export { buildGoalsFromData as buildFromData } from '../goals/build-from-data.ts'
