export interface Column<Row> {
  key: string;
  head: string;
  /** Numbers stand to the right, in tabular figures. */
  numeric?: boolean;
  cell: (row: Row) => React.ReactNode;
}

interface TableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Rows that sum the others: a rule above, in serif. */
  isTotal?: (row: Row) => boolean;
  /** Rows that say that nothing happened: there, and out of the way. */
  isQuiet?: (row: Row) => boolean;
  /** On a narrow screen each row becomes a card, each cell under the name of its column. */
  cards?: boolean;
}

/** A real table: caption, scoped heads, the first cell names its row. Scrolls inside itself rather than widening the page. */
export function Table<Row>({ caption, columns, rows, rowKey, isTotal, isQuiet, cards }: TableProps<Row>) {
  const kind = cards ? "table cards" : columns.length === 2 ? "table two" : "table";
  return (
    <div className="scroll">
      <table className={kind}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.numeric ? "n" : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={isTotal?.(row) ? "total" : isQuiet?.(row) ? "quiet" : undefined}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.key}
                    className={column.numeric ? "n" : undefined}
                    data-head={cards ? column.head : undefined}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
