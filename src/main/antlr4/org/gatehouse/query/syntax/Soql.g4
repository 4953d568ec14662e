// The part of SOQL that Gatehouse understands. Keywords may be written in any case, and most may also be names.
grammar Soql;

options { caseInsensitive = true; }

query
    : SELECT selection FROM name (WHERE expression)? (ORDER BY ordering (COMMA ordering)*)? (LIMIT INTEGER)? (OFFSET INTEGER)? EOF
    ;

selection
    : COUNT LEFT RIGHT           # countOfRecords
    | path (COMMA path)*         # fields
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
    | path comparator literal                                         # comparison
    | path LIKE STRING                                                # like
    | path NOT? IN LEFT literal (COMMA literal)* RIGHT                # in
    ;

comparator
    : EQ | NE | LT | LE | GT | GE
    ;

literal
    : STRING | INTEGER | DECIMAL | DATE | DATETIME | TRUE | FALSE | NULL
    ;

ordering
    : path (ASC | DESC)? (NULLS (FIRST | LAST))?
    ;

name
    : IDENTIFIER | COUNT | FIRST | LAST | NULLS | ASC | DESC | BY | ORDER | OFFSET | LIMIT
    ;

SELECT : 'SELECT' ;
FROM   : 'FROM' ;
WHERE  : 'WHERE' ;
ORDER  : 'ORDER' ;
BY     : 'BY' ;
LIMIT  : 'LIMIT' ;
OFFSET : 'OFFSET' ;
AND    : 'AND' ;
OR     : 'OR' ;
NOT    : 'NOT' ;
IN     : 'IN' ;
LIKE   : 'LIKE' ;
ASC    : 'ASC' ;
DESC   : 'DESC' ;
NULLS  : 'NULLS' ;
FIRST  : 'FIRST' ;
LAST   : 'LAST' ;
COUNT  : 'COUNT' ;
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

DATETIME : DAY 'T' D D ':' D D ':' D D ('.' D+)? ('Z' | ('+' | '-') D D ':'? D D) ;
DATE     : DAY ;
DECIMAL  : ('+' | '-')? D+ '.' D+ ;
INTEGER  : ('+' | '-')? D+ ;
STRING   : '\'' ( '\\' . | ~['\\\r\n] )* '\'' ;
IDENTIFIER : [A-Z] [A-Z0-9_]* ;

SPACE   : [ \t\r\n]+ -> skip ;
// Everything else is a token too, so that the parser says where it stands.
UNKNOWN : . ;

fragment D : [0-9] ;
fragment DAY : D D D D '-' D D '-' D D ;
