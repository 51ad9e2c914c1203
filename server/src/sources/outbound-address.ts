import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/**
 * Addresses that no image source has: link-local ones (RFC 3927, RFC 4291) and those at which clouds tell a machine its
 * secrets. Administrators set targets, yet a name can be made to point anywhere (S8.1). Loopback and private networks
 * stay allowed: that is where a PACS lives.
 */
const refused = new BlockList();
refused.addSubnet('169.254.0.0', 16, 'ipv4');
refused.addSubnet('0.0.0.0', 8, 'ipv4');
refused.addSubnet('224.0.0.0', 3, 'ipv4');
refused.addAddress('100.100.100.200', 'ipv4');
refused.addAddress('192.0.0.192', 'ipv4');
refused.addSubnet('fe80::', 10, 'ipv6');
refused.addSubnet('ff00::', 8, 'ipv6');
refused.addAddress('fd00:ec2::254', 'ipv6');
refused.addAddress('::', 'ipv6');

export function isRefusedAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  const family = isIP(mapped);
  return family === 0 || refused.check(mapped, family === 4 ? 'ipv4' : 'ipv6');
}

/** Resolves a name once and dials only what was checked; a refused address ends the call with EADDRREFUSED. */
export const checkedLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (fault, found) => {
    if (fault) return done(fault, '', 0);
    const allowed = found.filter(({ address }) => !isRefusedAddress(address));
    const first = allowed[0];
    if (!first) return done(Object.assign(new Error('refused address'), { code: 'EADDRREFUSED' }), '', 0);
    if (options.all) return done(null, allowed, 0);
    return done(null, first.address, first.family);
  });
};
