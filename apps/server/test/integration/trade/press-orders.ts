import { placeOrder } from './place-order.ts'

type Pressing = {
  secret: string
  machines: number
  /** Who a machine says it is with its n-th request; one that says another name each time cannot be shut out. */
  nameOf: (machine: number, request: number) => string
}

const BETWEEN_MS = 50

/** Machines that press for orders at an address, each as soon as it was answered, until `end()`. */
export function pressOrders(address: string, { secret, machines, nameOf }: Pressing): { end(): Promise<void> } {
  let isOver = false
  async function press(machine: number): Promise<void> {
    for (let request = 0; !isOver; request++) {
      const source = nameOf(machine, request)
      await placeOrder(address, { secret, order: { orderId: `${source}-${request}`, buyer: source, source } })
      await new Promise((wake) => setTimeout(wake, BETWEEN_MS))
    }
  }
  const all = Array.from({ length: machines }, (_, machine) => press(machine))
  return {
    async end() {
      isOver = true
      await Promise.all(all)
    },
  }
}
