import { join } from 'node:path'
import { TEMPORARY_SUFFIX } from '@zhanggui/orders'

/** Recovery removes what is left of these files, as of any other that was never finished. */
export const roomPath = (folder: string, number: number): string => join(folder, `room-${number}${TEMPORARY_SUFFIX}`)
