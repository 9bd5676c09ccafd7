import { sequenceOfSegment } from '@zhanggui/orders'
import { FileDisk } from '../core/file-disk.ts'

/** A piece of journal as it was appended; `position` counts all journal bytes since the disk was opened, this piece included. */
export type Appended = { file: string; bytes: Uint8Array; position: number }

/** A disk that tells of every piece of journal, before it is synced here: the other site's disk works at the same time as this one. */
export class ShippingDisk extends FileDisk {
  onAppend: ((appended: Appended) => void) | undefined

  override append(name: string, bytes: Uint8Array): void {
    super.append(name, bytes)
    if (sequenceOfSegment(name) !== undefined) this.onAppend?.({ file: name, bytes, position: this.journalBytes })
  }
}
