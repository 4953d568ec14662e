// The part of SOQL that Gatehouse understands. Keywords may be written in any case, and most may also be names.
grammar Soql;

options { caseInsensitive = true; }

query
    : select EOF
    ;

// SOSL: records of several objects that hold words.
search
    : FIND words=BRACED (IN scope=name FIELDS)? (RETURNING returned (COMMA returned)*)? (WITH with=name)? (LIMIT limit=INTEGER)? EOF
    ;

returned
    : name (LEFT item (COMMA item)* (WHERE expression)? (ORDER BY ordering (COMMA ordering)*)? (LIMIT limit=INTEGER)?
      (OFFSET offset=INTEGER)? RIGHT)?
    ;

select
    : SELECT selection FROM name (USING SCOPE scope=name)? (WHERE expression)? (WITH with=name)?
      (GROUP BY grouping (HAVING having=expression)?)?
      (ORDER BY ordering (COMMA ordering)*)? (LIMIT limit=INTEGER)? (OFFSET offset=INTEGER)? (FOR purpose=name (COMMA name)*)? (ALL ROWS)?
    ;

grouping
    : kind=(ROLLUP | CUBE) LEFT operand (COMMA operand)* RIGHT
    | operand (COMMA operand)*
    ;

selection
    : COUNT LEFT RIGHT                           # countOfRecords
    | item (COMMA item)*                         # items
    ;

item
    : FIELDS LEFT name RIGHT                     # fieldsItem
    | TYPEOF name branch+ (ELSE path (COMMA path)*)? END # typeOfItem
    | operand name?                              # valueItem
    | LEFT select RIGHT                          # childrenItem
    ;

// What to select where a reference points to a record of that object.
branch
    : WHEN name THEN path (COMMA path)*
    ;

// A field, or a function of one.
operand
    : path                                       # pathOperand
    | name LEFT operand? RIGHT                   # callOperand
    ;

path
    : name (DOT name)*
    ;

// AND and OR are not mixed without parentheses: the reader should not have to know which binds tighter.
// Which of the two it is shows after the first term, so that the parser never reads ahead.
expression
    : term ((AND term)+ | (OR term)+)?
    ;

term
    : NOT term                                                        # negation
    | LEFT expression RIGHT                                           # group
    | operand comparator literal                                      # comparison
    | operand LIKE STRING                                             # like
    | operand NOT? IN LEFT literal (COMMA literal)* RIGHT             # in
    | operand NOT? IN LEFT select RIGHT                               # inQuery
    | operand (INCLUDES | EXCLUDES) LEFT STRING (COMMA STRING)* RIGHT # includes
    ;

comparator
    : EQ | NE | LT | LE | GT | GE
    ;

literal
    : STRING | INTEGER | DECIMAL | DATE | DATETIME | TRUE | FALSE | NULL
    | period
    ;

// A word for some days, such as TODAY or LAST_N_DAYS:30.
period
    : IDENTIFIER (COLON INTEGER)?
    ;

ordering
    : operand (ASC | DESC)? (NULLS (FIRST | LAST))?
    ;

name
    : IDENTIFIER | COUNT | FIRST | LAST | NULLS | ASC | DESC | BY | ORDER | OFFSET | LIMIT | GROUP | FIELDS | SCOPE | USING | WITH | FOR | FIND
    | RETURNING | ALL | ROWS | ROLLUP | CUBE | TYPEOF | WHEN | THEN | ELSE | END
    ;

SELECT : 'SELECT' ;
FROM   : 'FROM' ;
USING  : 'USING' ;
SCOPE  : 'SCOPE' ;
WHERE  : 'WHERE' ;
WITH   : 'WITH' ;
GROUP  : 'GROUP' ;
HAVING : 'HAVING' ;
ORDER  : 'ORDER' ;
BY     : 'BY' ;
LIMIT  : 'LIMIT' ;
OFFSET : 'OFFSET' ;
FOR    : 'FOR' ;
AND    : 'AND' ;
OR     : 'OR' ;
NOT    : 'NOT' ;
IN     : 'IN' ;
LIKE   : 'LIKE' ;
INCLUDES : 'INCLUDES' ;
EXCLUDES : 'EXCLUDES' ;
ASC    : 'ASC' ;
DESC   : 'DESC' ;
NULLS  : 'NULLS' ;
FIRST  : 'FIRST' ;
LAST   : 'LAST' ;
COUNT  : 'COUNT' ;
FIELDS : 'FIELDS' ;
FIND   : 'FIND' ;
RETURNING : 'RETURNING' ;
ALL    : 'ALL' ;
ROWS   : 'ROWS' ;
ROLLUP : 'ROLLUP' ;
CUBE   : 'CUBE' ;
TYPEOF : 'TYPEOF' ;
WHEN   : 'WHEN' ;
THEN   : 'THEN' ;
ELSE   : 'ELSE' ;
END    : 'END' ;
TRUE   : 'TRUE' ;
FALSE  : 'FALSE' ;
NULL   : 'NULL' ;

EQ : '=' ;
NE : '!=' | '<>' ;
LE : '<=' ;
LT : '<' ;
GE : '>=' ;
GT : '>' ;
LEFT  : '(' ;
RIGHT : ')' ;
COMMA : ',' ;
DOT   : '.' ;
COLON : ':' ;

DATETIME : DAY 'T' D D ':' D D ':' D D ('.' D+)? ('Z' | ('+' | '-') D D ':'? D D) ;
DATE     : DAY ;
DECIMAL  : ('+' | '-')? D+ '.' D+ ;
INTEGER  : ('+' | '-')? D+ ;
STRING   : '\'' ( '\\' . | ~['\\\r\n] )* '\'' ;
BRACED   : '{' ( '\\' . | ~[\\{}] )* '}' ;
IDENTIFIER : [A-Z] [A-Z0-9_]* ;

SPACE   : [ \t\r\n]+ -> skip ;
// Everything else is a token too, so that the parser says where it stands.
UNKNOWN : . ;

fragment D : [0-9] ;
fragment DAY : D D D D '-' D D '-' D D ;
