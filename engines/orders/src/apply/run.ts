import { RESULT } from '../codes/result-code.ts'
import { adjustStock } from '../commands/adjust-stock.ts'
import { block } from '../commands/block.ts'
import { changeTerms } from '../commands/change-terms.ts'
import { enterGate, openGate } from '../commands/gates.ts'
import { openItem } from '../commands/open-item.ts'
import { pay, payDeposit } from '../commands/pay.ts'
import { release } from '../commands/release.ts'
import { reserve } from '../commands/reserve.ts'
import { returnGoods } from '../commands/return-goods.ts'
import { setScorecard } from '../commands/set-scorecard.ts'
import { KIND } from '../frame/command-kind.ts'
import type { Admission } from '../state/admission.ts'

/** Does what the command at `start` says and gives its code. A refusal has changed nothing. */
export function run(core: Admission, frame: Int32Array, start: number, hash: number): number {
  switch ((frame[start] as number) & 0xff) {
    case KIND.reserve:
      return reserve(core, frame, start, hash)
    case KIND.pay:
      return pay(core, frame, start)
    case KIND.payDeposit:
      return payDeposit(core, frame, start)
    case KIND.release:
      return release(core, frame, start)
    case KIND.returnGoods:
      return returnGoods(core, frame, start)
    case KIND.openItem:
      return openItem(core, frame, start)
    case KIND.changeTerms:
      return changeTerms(core, frame, start)
    case KIND.adjustStock:
      return adjustStock(core, frame, start)
    case KIND.openGate:
      return openGate(core, frame, start)
    case KIND.enterGate:
      return enterGate(core, frame, start)
    case KIND.block:
      return block(core, frame, start)
    case KIND.setScorecard:
      return setScorecard(core, frame, start)
    default:
      return RESULT.kind_unknown
  }
}
