/** Addresses to write to, as links that say themselves; an empty list is for the page to say in words. */
export function ContactLines({ addresses }: { addresses: readonly string[] }) {
  return (
    <ul>
      {addresses.map((address) => (
        <li key={address}>
          <a href={address} rel="noreferrer" className="breakable">
            {address.replace(/^(mailto|tel):/, "")}
          </a>
        </li>
      ))}
    </ul>
  );
}
